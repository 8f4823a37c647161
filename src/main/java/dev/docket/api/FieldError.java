package dev.docket.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One place at fault: a member of the body, or a parameter of the request.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Schema(description = "JSON Pointer (RFC 6901) to the member of the body.", examples = "/options/0/name")
        @Nullable
        String pointer,

        @Schema(description = "The path, query or header parameter, when it is not the body.", examples = "limit")
        @Nullable
        String parameter,

        @Schema(description = "What is wrong, for programs.", examples = "too-long")
        String code,

        @Schema(description = "What is wrong, for people.", examples = "at most 200 characters")
        String detail) {

    /** What the caller sent is told, but for secrets that are there by mistake: answers end up in logs of others. */
    public FieldError {
        pointer = pointer == null ? null : Masking.mask(pointer);
        parameter = parameter == null ? null : Masking.mask(parameter);
        detail = Masking.mask(detail);
    }

    /** A fault of the member at {@code pointer}. */
    public static FieldError at(String pointer, String code, String detail) {
        return new FieldError(pointer, null, code, detail);
    }

    /** A fault of a parameter. */
    public static FieldError in(String parameter, String code, String detail) {
        return new FieldError(null, parameter, code, detail);
    }
}
