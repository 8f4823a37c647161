package dev.docket.register;

import dev.docket.api.Parameters;
import dev.docket.document.Grade;
import dev.docket.document.Labels;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Level;
import dev.docket.document.content.RiskState;
import dev.docket.document.content.Status;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which risks are wanted. */
public class RiskQuery extends RegisterQuery {

    @QueryParam("state")
    @Parameter(
            description = "Only risks in this state, or one of these.",
            example = "[\"open\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = RiskState.class, maxItems = Parameters.REPEATED))
    List<String> state = List.of();

    @QueryParam("likelihood")
    @Parameter(
            description = "Only risks that are so likely.",
            example = "[\"high\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Level.class, maxItems = Parameters.REPEATED))
    List<String> likelihood = List.of();

    @QueryParam("impact")
    @Parameter(
            description = "Only risks that would do so much harm.",
            example = "[\"high\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Level.class, maxItems = Parameters.REPEATED))
    List<String> impact = List.of();

    @QueryParam("owner")
    @Parameter(
            description = "Only risks of this owner, or of one of these: the whole name, in any case.",
            example = "[\"Payments on-call\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
    List<String> owner = List.of();

    @QueryParam("status")
    @Parameter(
            description = "Only risks of documents in this status, or one of these.",
            example = "[\"accepted\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class, maxItems = Parameters.REPEATED))
    List<String> status = List.of();

    @QueryParam("inForce")
    @Parameter(
            description = "true: only risks of what holds now, accepted or implemented; false: only of what does not.",
            example = "true")
    @Nullable
    Boolean inForce;

    List<String> states() {
        return names(Parameters.constants("state", RiskState.class, state));
    }

    /** Empty where what is asked excludes itself. */
    List<String> statuses() {
        return names(Parameters.constants("status", Status.class, status).stream()
                .filter(each -> inForce == null || inForce == each.inForce())
                .toList());
    }

    /** As the index has them; empty where none is named. */
    List<String> owners() {
        return Parameters.checked("owner", owner, Bounds.LINE).stream()
                .map(Labels::name)
                .distinct()
                .toList();
    }

    /** Those that have the likelihood and the impact; empty where neither is asked for. */
    List<Integer> grades() {
        if (likelihood.isEmpty() && impact.isEmpty()) {
            return List.of();
        }
        List<Integer> grades = new ArrayList<>();
        for (Level likely : levels("likelihood", likelihood)) {
            for (Level harm : levels("impact", impact)) {
                grades.add(Grade.of(likely, harm));
            }
        }
        return grades;
    }

    /** Where none is named there may be none. */
    private static List<@Nullable Level> levels(String name, List<String> values) {
        List<@Nullable Level> levels = new ArrayList<>(Parameters.constants(name, Level.class, values));
        if (values.isEmpty()) {
            levels.add(null);
        }
        return levels;
    }

    /** All that is asked for, in a text that differs when it does. */
    String text() {
        return "risks %s %s %s %s %s %s %s %s"
                .formatted(project, kind, state, likelihood, impact, owner, status, inForce);
    }
}
