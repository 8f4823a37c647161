package dev.docket.proof;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database that notes which queries are run on it, and says how it would read for each, whatever its values are. */
public final class Watched {

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "varchar",
            Integer.class, "int",
            Long.class, "bigint",
            Double.class, "float8",
            Boolean.class, "boolean",
            LocalDate.class, "date",
            OffsetDateTime.class, "timestamptz");

    private final Connection connection;
    private final Map<String, List<String>> statements = new LinkedHashMap<>();

    public Watched(Connection connection) {
        this.connection = connection;
    }

    /** The database as those see it who are watched: they all have the one connection. */
    public DataSource database() {
        Connection shared = watched(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement ? watched(statement, (String) args[0]) : result;
        });
        return watched(DataSource.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection")) {
                return shared;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String text) {
        Map<Integer, String> types = new TreeMap<>();
        return watched(PreparedStatement.class, (proxy, method, args) -> {
            if (method.getName().startsWith("set") && args != null && args.length == 2) {
                types.put((Integer) args[0], type(args[1]));
            } else if (method.getName().equals("executeQuery")) {
                statements.put(text, new ArrayList<>(types.values()));
            }
            return call(statement, method, args);
        });
    }

    private static String type(Object value) throws SQLException {
        if (value instanceof Array array) {
            return array.getBaseTypeName() + "[]";
        }
        String type = TYPES.get(value.getClass());
        if (type == null) {
            throw new AssertionError("say which type PostgreSQL has for " + value.getClass());
        }
        return type;
    }

    /** How many different queries there were; fails on those whose plan has a step of that form. */
    public int refuse(Pattern step) throws SQLException {
        StringBuilder refused = new StringBuilder();
        try (Statement sql = connection.createStatement()) {
            for (Map.Entry<String, List<String>> statement : statements.entrySet()) {
                String plan = plan(sql, statement.getKey(), statement.getValue());
                if (step.matcher(plan).find()) {
                    refused.append(statement.getKey()).append('\n').append(plan).append('\n');
                }
            }
        }
        if (refused.length() > 0) {
            throw new AssertionError(refused.toString());
        }
        return statements.size();
    }

    /** As a plan that is made once, without values, has it. */
    private static String plan(Statement sql, String text, List<String> types) throws SQLException {
        String[] parts = text.split("\\?", -1);
        StringBuilder numbered = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            numbered.append('$').append(i).append(parts[i]);
        }
        String of = types.isEmpty() ? "" : "(" + String.join(", ", types) + ")";
        sql.execute("PREPARE looked_at" + of + " AS " + numbered);
        String nulls = of.isEmpty()
                ? ""
                : "(" + String.join(", ", types.stream().map(type -> "NULL").toList()) + ")";
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = sql.executeQuery("EXPLAIN EXECUTE looked_at" + nulls)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        sql.execute("DEALLOCATE looked_at");
        return plan.toString();
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T watched(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
