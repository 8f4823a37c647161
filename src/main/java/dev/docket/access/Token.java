package dev.docket.access;

import dev.docket.api.Kebab;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is kept of a token: never its secret. */
@Entity
@Table(name = "token")
class Token {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "principal_id")
    private @Nullable Principal principal;

    @Column
    private String name;

    @Column
    private byte[] hash;

    @Column
    private String[] scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column
    private boolean bootstrap;

    /** For Hibernate. */
    protected Token() {}

    Token(Principal principal, Secret secret, Terms terms, Instant createdAt, String createdBy) {
        this.principal = principal;
        this.name = terms.name();
        this.hash = secret.hash();
        this.scopes = Kebab.array(terms.scopes());
        this.expiresAt = terms.expiresAt();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /**
     * What a token is given out for.
     *
     * @param expiresAt null for a token that never expires
     */
    record Terms(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {}

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** 1, and 2 once it is revoked: nothing else about it changes. */
    int version() {
        return revokedAt == null ? 1 : 2;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** What the audit trail says of its making or its end. */
    Act act(Action action, @Nullable String by) {
        String holder = Objects.requireNonNull(principal).name();
        String end = expiresAt == null ? "never expires" : "expires " + expiresAt;
        return new Act(
                action,
                by,
                null,
                "/api/v1/tokens/" + id(),
                "of %s; scopes %s; %s; %s".formatted(holder, String.join(", ", scopes), end, name));
    }

    boolean revoked() {
        return revokedAt != null;
    }

    /** Marks it as the operator's own, of which one is live at a time. */
    Token asBootstrap() {
        bootstrap = true;
        return this;
    }

    /** As one reads it. Its last use is no part of it: that changes without a new version. */
    TokenView view() {
        return view(null, null);
    }

    /** As lists show it. */
    TokenView listed() {
        return view(lastUsedAt, null);
    }

    /** As the answer to its making shows it, and nothing ever again. */
    TokenView disclosed(Secret secret) {
        return view(null, secret.text());
    }

    private TokenView view(@Nullable Instant used, @Nullable String secret) {
        return new TokenView(
                id(),
                Objects.requireNonNull(principal).name(),
                name,
                new TreeSet<>(Kebab.set(Scope.class, scopes)),
                createdAt,
                createdBy,
                expiresAt,
                revokedAt,
                used,
                secret);
    }
}
