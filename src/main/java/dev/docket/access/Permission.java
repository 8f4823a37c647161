package dev.docket.access;

import static dev.docket.access.Role.APPROVER;
import static dev.docket.access.Role.AUTHOR;
import static dev.docket.access.Role.MAINTAINER;
import static dev.docket.access.Role.READER;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one table of permissions: who may do what in a project, and with which scope. */
@Schema(description = "One thing to do in a project.")
public enum Permission {
    READ_PROJECT(Scope.READ, "Read a project and all its documents.", READER, AUTHOR, APPROVER, MAINTAINER),
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
    MANAGE_MEMBERS(Scope.ADMIN, "Add, change and remove members.", MAINTAINER);

    private final Scope scope;
    private final String sentence;

    private final Set<Role> roles;

    Permission(Scope scope, String sentence, Role... roles) {
        this.scope = scope;
        this.sentence = sentence;
        this.roles = Set.of(roles);
    }

    /** The value in JSON, such as {@code create-document}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** The roles that hold it; one of them is enough. A global admin counts as maintainer. */
    public Set<Role> roles() {
        return roles;
    }

    /** The scope that the caller's token needs for it. */
    public Scope scope() {
        return scope;
    }

    /** What it allows, in a sentence for people. */
    public String sentence() {
        return sentence;
    }
}
