package dev.docket.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.api.Kebab;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The principals that the identity provider knows. A name belongs to the subject that came with it first, and a subject
 * keeps the name it came with first: neither another subject nor a changed user name makes anybody somebody else.
 */
@ApplicationScoped
class OidcPrincipals {

    private static final String COLUMNS = "name, kind, display_name, global_roles, groups, groups_at";

    private static final String KNOWN = "SELECT " + COLUMNS + " FROM principal WHERE issuer = ? AND subject = ?";

    /** Nobody, where the name is a service account's or another subject's, or was somebody's that was anonymised. */
    private static final String BIND = """
            INSERT INTO principal (name, name_sha256, kind, created_at, issuer, subject, subject_sha256)
            SELECT name, sha256(convert_to(name, 'UTF8')), 'person', at, issuer, subject,
              sha256(convert_to(issuer || chr(10) || subject, 'UTF8'))
            FROM (VALUES (CAST(? AS text), CAST(? AS timestamptz), CAST(? AS text), CAST(? AS text)))
              AS said (name, at, issuer, subject)
            ON CONFLICT (name_sha256) DO UPDATE
              SET issuer = excluded.issuer, subject = excluded.subject, subject_sha256 = excluded.subject_sha256
              WHERE principal.kind = 'person' AND principal.anonymised_at IS NULL AND (principal.issuer IS NULL
                OR (principal.issuer, principal.subject) = (excluded.issuer, excluded.subject))
            RETURNING %s
            """.formatted(COLUMNS);

    private static final String ANONYMISED = """
            SELECT 1 FROM principal WHERE anonymised_at IS NOT NULL AND (name_sha256 = sha256(convert_to(?, 'UTF8'))
              OR subject_sha256 = sha256(convert_to(? || chr(10) || ?, 'UTF8')))
            """;

    /** Nothing is known better by an older token. */
    private static final String UPDATE = """
            UPDATE principal SET groups = ?, groups_at = ?, display_name = coalesce(?, display_name),
              version = version + ?
            WHERE issuer = ? AND subject = ? AND (groups_at IS NULL OR groups_at <= ?)
            """;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    private final DataSource database;
    private final OidcSettings settings;
    private final Clock clock;

    /** Whose refusal is in the log already. */
    private final Cache<String, Boolean> logged = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(REMEMBERED)
            .build();

    OidcPrincipals(DataSource database, OidcSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(
            String name,
            PrincipalKind kind,
            @Nullable String displayName,
            Set<GlobalRole> globalRoles,
            Set<String> groups,
            @Nullable Instant groupsAt) {}

    /**
     * The account of the token's subject, made at its first sign-in; what the token says of it is written down where that
     * is news. Fails with {@link AuthenticationFailedException} where the name is not the subject's.
     */
    Account signIn(OidcClaims claims) {
        try (Connection connection = database.getConnection()) {
            Optional<Known> known = known(connection, claims);
            if (known.isEmpty()) {
                known = bind(connection, claims);
            }
            return account(update(connection, known.orElseThrow(AuthenticationFailedException::new), claims), claims);
        } catch (SQLException e) {
            throw new IllegalStateException("the principal cannot be looked up", e);
        }
    }

    private Optional<Known> known(Connection connection, OidcClaims claims) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, issuer());
            select.setString(2, claims.subject());
            return first(select);
        }
    }

    private Optional<Known> bind(Connection connection, OidcClaims claims) throws SQLException {
        String name = claims.principal(settings.principalClaim());
        if (name == null) {
            warn(claims, "its name is none that a principal can have");
            return Optional.empty();
        }
        try (PreparedStatement insert = connection.prepareStatement(BIND)) {
            insert.setString(1, name);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, issuer());
            insert.setString(4, claims.subject());
            Optional<Known> bound = first(insert);
            if (bound.isEmpty()) {
                warn(connection, claims, name);
            }
            return bound;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // Its first sign-in under another name was faster, or the subject was anonymised.
                return known(connection, claims);
            }
            throw e;
        }
    }

    private void warn(Connection connection, OidcClaims claims, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ANONYMISED)) {
            select.setString(1, name);
            select.setString(2, issuer());
            select.setString(3, claims.subject());
            // Whoever is to be forgotten is not remembered in the log.
            if (!select.executeQuery().next()) {
                warn(claims, "the name " + name + " is a service account's or another subject's");
            }
        }
    }

    private void warn(OidcClaims claims, String reason) {
        if (logged.asMap().putIfAbsent(claims.subject(), true) == null) {
            Log.warnf("The subject %s of the identity provider cannot sign in: %s.", quoted(claims.subject()), reason);
        }
    }

    /** What is somebody else's choice makes no line of its own in the log. */
    private static String quoted(String text) {
        return text.replaceAll("[^!-~]", "?");
    }

    private Known update(Connection connection, Known known, OidcClaims claims) throws SQLException {
        Instant issued = claims.issuedAt();
        if (known.groupsAt() != null && issued.isBefore(known.groupsAt())) {
            return known;
        }
        Set<String> groups = claims.groups(settings.groupsClaim());
        String displayName = claims.displayName(settings.nameClaim());
        boolean same =
                groups.equals(known.groups()) && (displayName == null || displayName.equals(known.displayName()));
        if (!same || known.groupsAt() == null || issued.isAfter(known.groupsAt().plus(FRESH))) {
            OffsetDateTime at = issued.atOffset(ZoneOffset.UTC);
            try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
                update.setArray(1, connection.createArrayOf("text", groups.toArray()));
                update.setObject(2, at);
                update.setString(3, displayName);
                update.setInt(4, same ? 0 : 1);
                update.setString(5, issuer());
                update.setString(6, claims.subject());
                update.setObject(7, at);
                update.executeUpdate();
            }
        }
        return new Known(
                known.name(),
                known.kind(),
                displayName == null ? known.displayName() : displayName,
                known.globalRoles(),
                groups,
                issued);
    }

    private Account account(Known known, OidcClaims claims) {
        Set<GlobalRole> roles = roles(known.globalRoles(), known.groups());
        Caller caller = new Caller(known.name(), roles, claims.scopes(), known.groups());
        return new Account(caller, known.kind(), known.displayName(), null, claims.expiresAt());
    }

    /** What a principal that was granted these roles is, being in these groups. */
    Set<GlobalRole> roles(Set<GlobalRole> granted, Set<String> groups) {
        Set<GlobalRole> roles = EnumSet.noneOf(GlobalRole.class);
        roles.addAll(granted);
        if (groups.stream().anyMatch(settings.adminGroups().orElse(Set.of())::contains)) {
            roles.add(GlobalRole.ADMIN);
        }
        if (groups.stream().anyMatch(settings.auditorGroups().orElse(Set.of())::contains)) {
            roles.add(GlobalRole.AUDITOR);
        }
        return roles;
    }

    private String issuer() {
        return settings.issuer().orElseThrow();
    }

    private static Optional<Known> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(known(row)) : Optional.empty();
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("groups_at", OffsetDateTime.class);
        return new Known(
                Objects.requireNonNull(row.getString("name")),
                Kebab.constant(PrincipalKind.class, row.getString("kind")),
                row.getString("display_name"),
                Kebab.set(GlobalRole.class, (String[])
                        row.getArray("global_roles").getArray()),
                Set.of((String[]) row.getArray("groups").getArray()),
                at == null ? null : at.toInstant());
    }
}
