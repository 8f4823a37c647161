package dev.docket.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A member is a principal in a project. */
@Embeddable
record MemberId(
        @Column(name = "project_id") long projectId, @Column String principal) {}
