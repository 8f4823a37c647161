package dev.docket.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Checks the bounds that records declare and says where in the body each broken one stands. */
@ApplicationScoped
public class Violations {

    private final Validator validator;

    Violations(Validator validator) {
        this.validator = validator;
    }

    /** The broken bounds of the record and all below it, in the order of their pointers. */
    public List<FieldError> of(Object value) {
        return validator.validate(value).stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(error -> Objects.requireNonNull(error.pointer())))
                .toList();
    }

    /** 422 that names every broken bound; nothing when all hold. */
    public void refuse(Object value) {
        List<FieldError> errors = of(value);
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("The body breaks a bound.", errors);
        }
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return FieldError.at(pointer(violation.getPropertyPath()), code(violation), violation.getMessage());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            String name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer.append('/').append(Pointers.escape(name));
            }
        }
        return pointer.toString();
    }

    private static String code(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Size size) {
            return length(violation.getInvalidValue()) < size.min() ? "too-short" : "too-long";
        }
        if (constraint instanceof Min || constraint instanceof Max) {
            return "out-of-range";
        }
        if (constraint instanceof NotNull) {
            return "missing";
        }
        return constraint instanceof Pattern ? "pattern" : "invalid";
    }

    private static int length(Object value) {
        return value instanceof CharSequence text ? text.length() : ((java.util.Collection<?>) value).size();
    }
}
