package dev.docket.access;

import static dev.docket.access.GlobalRole.ADMIN;
import static dev.docket.access.GlobalRole.AUDITOR;
import static dev.docket.access.Role.APPROVER;
import static dev.docket.access.Role.AUTHOR;
import static dev.docket.access.Role.MAINTAINER;
import static dev.docket.access.Role.READER;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The one table of permissions: who may do what, and with which scope. Those of a project are held by its members'
 * roles; those of the whole service by global roles, or by every principal. {@link Needs} ties operations to it.
 */
@Schema(
        description = "One thing to do. There will be more of them.",
        extensions = @Extension(name = "x-extensible-enum", value = "true", parseValue = true))
public enum Permission {
    READ_PROJECT(
            Scope.READ,
            "Read a project and all its documents.",
            Set.of(READER, AUTHOR, APPROVER, MAINTAINER),
            Set.of(AUDITOR)),
    CREATE_DOCUMENT(Scope.WRITE, "Create a document.", AUTHOR, MAINTAINER),
    EDIT_DOCUMENT(Scope.WRITE, "Edit a document and its parts.", AUTHOR, MAINTAINER),
    PROPOSE(Scope.WRITE, "Propose a document, or take it back to draft.", AUTHOR, MAINTAINER),
    WITHDRAW_OWN(Scope.WRITE, "Withdraw a document that one created.", AUTHOR, MAINTAINER),
    WITHDRAW_ANY(Scope.WRITE, "Withdraw any document.", MAINTAINER),
    ACCEPT(Scope.WRITE, "Accept a document.", MAINTAINER),
    ACCEPT_BY_POLICY(Scope.WRITE, "Accept a document where the policy has authorMayAccept.", AUTHOR, MAINTAINER),
    REJECT(Scope.WRITE, "Reject a document.", MAINTAINER),
    IMPLEMENT(Scope.WRITE, "Say that an accepted document is implemented.", AUTHOR, MAINTAINER),
    DEPRECATE(Scope.WRITE, "Deprecate a document.", MAINTAINER),
    SUPERSEDE(Scope.WRITE, "Say that another document supersedes one.", MAINTAINER),
    ASK_APPROVAL(Scope.WRITE, "Ask a role or a person for approval.", AUTHOR, MAINTAINER),
    JUDGE(Scope.WRITE, "Give a verdict.", APPROVER),
    OVERRIDE_OBJECTION(Scope.WRITE, "Lift another's objection, with a reason.", MAINTAINER),
    WITHDRAW_ANY_REQUEST(Scope.WRITE, "Withdraw an approval that another asked for.", MAINTAINER),
    MANAGE_PROJECT(Scope.ADMIN, "Change a project, its policy, and whether it is archived.", MAINTAINER),
    MANAGE_MEMBERS(Scope.ADMIN, "Add, change and remove members.", MAINTAINER),
    READ_WEBHOOKS(Scope.READ, "See webhooks, and what was sent to them.", MAINTAINER),
    MANAGE_WEBHOOKS(Scope.ADMIN, "Make, change, try and remove webhooks, and have things sent again.", MAINTAINER),
    IMPORT(Scope.WRITE, "Import files: what they say of their status holds.", MAINTAINER),
    SEE_ONESELF(null, "Ask who one is and what one may do.", Set.of(), true),
    LOOK_AROUND(
            Scope.READ,
            "List the projects, the documents and the events one may read, one's own tokens, and the templates.",
            Set.of(),
            true),
    MANAGE_OWN_TOKENS(Scope.ADMIN, "Make tokens for oneself, and revoke them.", Set.of(), true),
    MANAGE_TOKENS(Scope.ADMIN, "Make and revoke tokens of any principal, and say what it is.", Set.of(ADMIN), false),
    READ_PRINCIPALS(Scope.READ, "See which principals there are.", Set.of(ADMIN, AUDITOR), false),
    ANONYMISE(Scope.ADMIN, "Anonymise a principal, for good.", Set.of(ADMIN), false),
    CREATE_PROJECT(Scope.ADMIN, "Make a project.", Set.of(ADMIN), false),
    READ_TRAIL(Scope.READ, "Read the audit trail.", Set.of(ADMIN, AUDITOR), false),
    VERIFY(
            Scope.READ,
            "Verify the log of a project, and take it along to verify it elsewhere.",
            Set.of(MAINTAINER),
            Set.of(AUDITOR)),
    READ_CHECKPOINTS(Scope.READ, "Read the signed checkpoints of all chains.", Set.of(ADMIN, AUDITOR), false),
    REDACT(Scope.ADMIN, "Remove the content of a revision, with a reason.", Set.of(ADMIN), false),
    MAKE_CHECKPOINT(Scope.ADMIN, "Make a checkpoint.", Set.of(ADMIN), false);

    private final @Nullable Scope scope;
    private final String sentence;
    private final Set<Role> roles;
    private final Set<GlobalRole> globalRoles;
    private final boolean everybody;

    /** One of a project. */
    Permission(Scope scope, String sentence, Role... roles) {
        this(scope, sentence, Set.of(roles), Set.of());
    }

    /** One of a project that a global role holds in every project, too: an admin does where maintainers do. */
    Permission(Scope scope, String sentence, Set<Role> roles, Set<GlobalRole> globalRoles) {
        this.scope = scope;
        this.sentence = sentence;
        this.roles = roles;
        this.globalRoles = roles.contains(MAINTAINER) ? with(globalRoles, ADMIN) : globalRoles;
        this.everybody = false;
    }

    /** One of the whole service. */
    Permission(@Nullable Scope scope, String sentence, Set<GlobalRole> globalRoles, boolean everybody) {
        this.scope = scope;
        this.sentence = sentence;
        this.roles = Set.of();
        this.globalRoles = globalRoles;
        this.everybody = everybody;
    }

    private static Set<GlobalRole> with(Set<GlobalRole> roles, GlobalRole more) {
        EnumSet<GlobalRole> all = EnumSet.of(more);
        all.addAll(roles);
        return Collections.unmodifiableSet(all);
    }

    /** The value in JSON, such as {@code create-document}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** The roles that hold it in the project that they are of; one of them is enough. */
    public Set<Role> roles() {
        return roles;
    }

    /** The global roles that hold it, in all projects if it is of one. */
    public Set<GlobalRole> globalRoles() {
        return globalRoles;
    }

    /** Whether every principal holds it. */
    public boolean everybody() {
        return everybody;
    }

    /** Whether it is about one project, and held by the roles of its members. */
    public boolean ofProject() {
        return !roles.isEmpty();
    }

    /** The scope that the caller's token needs for it; null where any token will do. */
    public @Nullable Scope scope() {
        return scope;
    }

    /** What it allows, in a sentence for people. */
    public String sentence() {
        return sentence;
    }
}
