package dev.docket.access;

import dev.docket.api.Kebab;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What has become of accounts since they signed in: for what outlasts the request that it began with. */
@ApplicationScoped
public class Accounts {

    private static final String NOW = """
            SELECT t.id AS token_id, p.name, p.global_roles, p.groups FROM token t
            JOIN principal p ON p.id = t.principal_id WHERE t.id = ANY (?) AND t.revoked_at IS NULL
            UNION ALL
            SELECT NULL, name, global_roles, groups FROM principal WHERE name = ANY (?)
            """;

    private final DataSource database;
    private final OidcPrincipals provided;
    private final OidcSettings settings;
    private final Clock clock;

    Accounts(DataSource database, OidcPrincipals provided, OidcSettings settings, Clock clock) {
        this.database = database;
        this.provided = provided;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token of Docket's by its id, or a principal that signed in otherwise by its name. */
    private record Key(@Nullable Long token, @Nullable String name) {

        static Key of(Account account) {
            return account.tokenId() == null
                    ? new Key(null, account.caller().name())
                    : new Key(account.tokenId(), null);
        }
    }

    private record Known(Set<GlobalRole> globalRoles, Set<String> groups) {}

    /**
     * Each of the accounts as it is now, in one query; those whose token has expired or was revoked are left out.
     *
     * @param accounts as they were when they signed in
     */
    public Map<Account, Account> now(Collection<Account> accounts) {
        Map<Key, Known> known = known(accounts);
        Map<Account, Account> now = new HashMap<>();
        for (Account account : accounts) {
            Known found = known.get(Key.of(account));
            if (found != null && unexpired(account)) {
                now.put(account, account(account, found));
            }
        }
        return now;
    }

    /** Those of the principals that there are, as they are now, by name, in one query; with no scope. */
    public Map<String, Caller> callers(Collection<String> names) {
        return now(names.stream().map(Accounts::named).toList()).values().stream()
                .map(Account::caller)
                .collect(Collectors.toMap(Caller::name, caller -> caller));
    }

    private static Account named(String name) {
        return new Account(new Caller(name, Set.of(), Set.of(), Set.of()), PrincipalKind.PERSON, null, null, null);
    }

    private Map<Key, Known> known(Collection<Account> accounts) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NOW)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            accounts.stream()
                                    .map(Account::tokenId)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            accounts.stream()
                                    .filter(account -> account.tokenId() == null)
                                    .map(account -> account.caller().name())
                                    .distinct()
                                    .toArray()));
            return known(select);
        } catch (SQLException e) {
            throw new IllegalStateException("accounts cannot be looked up", e);
        }
    }

    private static Map<Key, Known> known(PreparedStatement select) throws SQLException {
        Map<Key, Known> known = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Long token = row.getObject("token_id", Long.class);
                known.put(
                        new Key(token, token == null ? row.getString("name") : null),
                        new Known(
                                Kebab.set(GlobalRole.class, (String[])
                                        row.getArray("global_roles").getArray()),
                                Set.of((String[]) row.getArray("groups").getArray())));
            }
        }
        return known;
    }

    private Account account(Account before, Known now) {
        Set<GlobalRole> roles =
                before.tokenId() == null ? provided.roles(now.globalRoles(), now.groups()) : now.globalRoles();
        Caller caller =
                new Caller(before.caller().name(), roles, before.caller().scopes(), now.groups());
        return new Account(caller, before.kind(), before.displayName(), before.tokenId(), before.expiresAt());
    }

    private boolean unexpired(Account account) {
        return account.unexpired(clock.instant(), account.tokenId() == null ? settings.clockSkew() : Duration.ZERO);
    }
}
