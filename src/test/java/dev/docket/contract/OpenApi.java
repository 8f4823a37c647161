package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An OpenAPI 3.1 contract whose references all point into itself. */
public record OpenApi(JsonNode root) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    public static OpenApi read(Path yaml) {
        try {
            return read(yaml.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OpenApi read(URL yaml) {
        try (InputStream text = yaml.openStream()) {
            return new OpenApi(YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contract " + yaml, e);
        }
    }

    static OpenApi parse(String yaml) {
        try {
            return new OpenApi(YAML.readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, its path with the base path of the first of {@code servers} before it. */
    List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> resolve(path.getValue()).properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> Operation.of(
                                this, member.getKey(), basePath() + path.getKey(), resolve(path.getValue()))))
                .toList();
    }

    /** What the node stands for: itself, or what its {@code $ref} names. */
    JsonNode resolve(JsonNode node) {
        JsonNode ref = node.path("$ref");
        return ref.isTextual() ? resolve(target(ref.textValue())) : node;
    }

    JsonNode target(String ref) {
        JsonNode target = ref.startsWith("#") ? root.at(ref.substring(1)) : root.path("");
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("the contract names " + ref + " but does not hold it");
        }
        return target;
    }

    private String basePath() {
        String url = root.at("/servers/0/url").asText("");
        return url.replaceFirst("^([^/]*:)?//[^/]*", "").replaceFirst("/+$", "");
    }
}
