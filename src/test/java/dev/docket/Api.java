package dev.docket;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.sql.*;
import java.util.*;
import org.eclipse.microprofile.config.ConfigProvider;

public final class Api {
    static final String ADMIN = "the-bootstrap-token-of-the-tests-0123456789";

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static void sql(String sql, Object... args) {
        var config = ConfigProvider.getConfig();
        try (var c = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getOptionalValue("quarkus.datasource.password", String.class)
                                .orElse(""));
                var s = c.prepareStatement(sql)) {
            try (var role = c.createStatement()) {
                role.execute("SET ROLE docket_app");
            }
            for (int i = 0; i < args.length; i++) {
                s.setObject(i + 1, args[i] instanceof String[] texts ? c.createArrayOf("text", texts) : args[i]);
            }
            s.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String project() {
        String key = "p" + UUID.randomUUID().toString().substring(0, 8);
        sql(
                "insert into project(key,name,visibility,policy,version,created_at,created_by,updated_at,updated_by) values(?,'X','internal','{}',1,now(),'a',now(),'a')",
                key);
        return key;
    }

    public static void member(String project, String principal, List<String> roles, List<String> policyRoles) {
        sql(
                "insert into member(project_id,principal,roles,policy_roles,version) select id,?,?,?,1 from project where key=? on conflict (project_id,principal) do update set roles=excluded.roles,policy_roles=excluded.policy_roles",
                principal,
                roles.toArray(String[]::new),
                policyRoles.toArray(String[]::new),
                project);
    }

    public static void removeMember(String project, String principal) {
        sql(
                "delete from member where principal=? and project_id=(select id from project where key=?)",
                principal,
                project);
    }

    public static void policy(String project, Map<String, ?> policy) {
        try {
            sql(
                    "update project set policy=? where key=?",
                    new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(policy),
                    project);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String principalToken(String principal) {
        var r = as(ADMIN)
                .contentType("application/json")
                .body(Map.of("principal", principal, "name", "t"))
                .post("/api/v1/tokens");
        if (r.statusCode() != 201) throw new AssertionError(r.asString());
        return r.path("token");
    }
}
