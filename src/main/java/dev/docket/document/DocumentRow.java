package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The columns of a document that lists show; {@link Log} alone writes them. */
@Entity
@Immutable
@Table(name = "document")
class DocumentRow {

    @Id
    long id;

    @Column(name = "project_id")
    long projectId;

    String kind = "";
    int number;
    String title = "";
    String status = "";
    int revision;

    @Column(name = "status_date")
    LocalDate statusDate = LocalDate.EPOCH;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    String updatedBy = "";

    @Column(name = "review_on")
    @Nullable
    LocalDate reviewOn;

    String[] tags = {};
    String[] components = {};

    Summary summary(String project) {
        Kind of = Kind.of(kind);
        return new Summary(
                of,
                project,
                number,
                new Address(of, project, number).ref(),
                title,
                Status.valueOf(status.toUpperCase(Locale.ROOT)),
                revision,
                statusDate,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                reviewOn,
                List.of(tags),
                List.of(components));
    }
}
