package dev.docket.webhook;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Claims all that is due, by the service's own class, and prints how many deliveries a second that is: {@code java
 * dev.docket.webhook.Claims URL USER PASSWORD docket|floor|plan WORKERS}. The floor is one table of deliveries that knows
 * neither webhooks nor order among them, claimed by the plain statement of a queue.
 */
final class Claims {

    /** As many as the service claims at a time. */
    private static final int WEBHOOKS = 50;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String FLOOR = """
            UPDATE floor_queue SET taken = true WHERE id = ANY (ARRAY(
              SELECT id FROM floor_queue WHERE NOT taken AND due_at <= now()
              ORDER BY due_at, id LIMIT 50 FOR UPDATE SKIP LOCKED))
            RETURNING id, body
            """;

    private interface Turn {
        int claim() throws SQLException;
    }

    private Claims() {}

    public static void main(String[] args) throws Exception {
        if (args[3].equals("plan")) {
            try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
                plan(
                        connection,
                        Lanes.CLAIM,
                        now(),
                        now(),
                        connection.createArrayOf("bigint", new Object[0]),
                        WEBHOOKS);
                Object some = connection.createArrayOf("bigint", new Object[] {1L, 2L, 3L});
                plan(connection, Lanes.DUE, now(), some, now(), WEBHOOKS);
            }
        } else {
            claim(args);
        }
    }

    /** Prints how the tables of the queue are read; fails where one is read as a whole. */
    private static void plan(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (COSTS OFF) " + sql)) {
            for (int i = 0; i < values.length; i++) {
                explain.setObject(i + 1, values[i]);
            }
            ResultSet row = explain.executeQuery();
            while (row.next()) {
                String line = row.getString(1).strip();
                if (line.contains("webhook_lane") || line.contains("webhook_delivery")) {
                    System.out.println("  " + line);
                }
                if (line.contains("Seq Scan on webhook_") || line.startsWith("Sort Key: webhook_lane")) {
                    throw new IllegalStateException("the queue is not read by its index: " + line);
                }
            }
        }
    }

    private static Object now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static void claim(String[] args) throws Exception {
        int workers = Integer.parseInt(args[4]);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        List<Future<Integer>> claimed = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < workers; i++) {
            claimed.add(threads.submit(() -> {
                try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
                    connection.createStatement().execute("SET ROLE docket_app");
                    connection.setAutoCommit(false);
                    return claimAll(connection, args[3].equals("floor") ? floor(connection) : docket(connection));
                }
            }));
        }
        int all = 0;
        for (Future<Integer> each : claimed) {
            all += each.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d %.2f %.0f%n", all, seconds, all / seconds);
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static int claimAll(Connection connection, Turn turn) throws SQLException {
        long began = System.nanoTime();
        int all = 0;
        int claimed;
        do {
            claimed = turn.claim();
            connection.commit();
            all += claimed;
        } while (claimed > 0 && System.nanoTime() - began < LONGEST.toNanos());
        return all;
    }

    private static Turn docket(Connection connection) {
        Lanes lanes = new Lanes(source(connection));
        return () -> {
            Instant now = Instant.now();
            return lanes.claim(now, now.plusSeconds(600), List.of(), WEBHOOKS).stream()
                    .mapToInt(claim -> claim.due().size())
                    .sum();
        };
    }

    private static Turn floor(Connection connection) throws SQLException {
        PreparedStatement claim = connection.prepareStatement(FLOOR);
        return () -> {
            int claimed = 0;
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed += row.getString("body").isEmpty() ? 0 : 1;
                }
            }
            return claimed;
        };
    }

    /** The connection as a pool would hand it out: closing gives it back. */
    private static DataSource source(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                Claims.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> method.getName().equals("close") ? null : method.invoke(connection, values));
        return (DataSource) Proxy.newProxyInstance(
                Claims.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> lent);
    }
}
