package dev.docket.document;

import dev.docket.api.Problem.Blocker;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Decision;
import dev.docket.document.content.Motivation;
import dev.docket.document.content.OpenQuestion;
import dev.docket.document.content.RfcSections;
import dev.docket.document.content.Sections;
import dev.docket.document.content.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How each {@link Need} is checked. */
@ApplicationScoped
class Guards {

    private static final Set<Status> SUPERSEDABLE = EnumSet.of(Status.ACCEPTED, Status.IMPLEMENTED, Status.DEPRECATED);

    private final Guard approvalPolicy;

    Guards(Guard approvalPolicy) {
        this.approvalPolicy = approvalPolicy;
    }

    /** What stands in the way of the move, as far as needs of that sort go. */
    List<Blocker> unmet(Move move, Situation situation, Predicate<Need> sort) {
        return move.needs().stream()
                .filter(sort)
                .flatMap(need -> unmet(need, situation).stream())
                .toList();
    }

    private List<Blocker> unmet(Need need, Situation situation) {
        return switch (need) {
            case PROBLEM -> problemIsStated(situation.document().sections());
            case DECISION -> decisionIsMade(situation.document());
            case QUESTIONS ->
                situation.rules().openQuestionsBlock() ? questionsAreSettled(situation.document()) : List.of();
            case POLICY -> approvalPolicy.unmet(situation);
            case SUPERSESSIONS -> supersessionsArePossible(situation);
            case REASON -> blank(situation.comment()) ? missing("reason", "/comment", "a reason is wanted") : List.of();
            case SUCCESSOR -> successorIsInForce(situation);
        };
    }

    static List<Blocker> problemIsStated(Sections sections) {
        if (sections instanceof AdrSections adr) {
            return adr.context() == null || blank(adr.context().problem())
                    ? missing("problem", "/context/problem", "the problem is not stated")
                    : List.of();
        }
        RfcSections rfc = (RfcSections) sections;
        List<Blocker> blockers = new ArrayList<>();
        if (blank(rfc.summary())) {
            blockers.addAll(missing("summary", "/summary", "there is no summary"));
        }
        if (unsaid(rfc.motivation())) {
            blockers.addAll(missing("motivation", "/motivation", "there is no motivation"));
        }
        return blockers;
    }

    private static boolean unsaid(@Nullable Motivation motivation) {
        return motivation == null
                || blank(motivation.why())
                        && blank(motivation.text())
                        && empty(motivation.problems())
                        && empty(motivation.useCases());
    }

    private static List<Blocker> decisionIsMade(Document document) {
        if (!(document.sections() instanceof AdrSections adr)) {
            return List.of();
        }
        Decision decision = adr.decision();
        List<Blocker> blockers = new ArrayList<>();
        if (!document.options().isEmpty() && (decision == null || blank(decision.chosen()))) {
            blockers.addAll(missing("no-choice", "/decision/chosen", "no option is chosen"));
        }
        if (decision == null || blank(decision.rationale()) && blank(decision.statement())) {
            blockers.addAll(
                    missing("no-decision", "/decision/rationale", "there is neither a rationale nor a statement"));
        }
        return blockers;
    }

    private static List<Blocker> questionsAreSettled(Document document) {
        if (!(document.sections() instanceof RfcSections rfc) || rfc.openQuestions() == null) {
            return List.of();
        }
        List<Blocker> blockers = new ArrayList<>();
        for (int i = 0; i < rfc.openQuestions().size(); i++) {
            OpenQuestion question = rfc.openQuestions().get(i);
            if (!Boolean.TRUE.equals(question.done())) {
                blockers.add(new Blocker("open-question", "/openQuestions/" + i, "a question is open"));
            }
        }
        return blockers;
    }

    private static List<Blocker> supersessionsArePossible(Situation situation) {
        return situation.superseded().stream()
                .filter(target -> !SUPERSEDABLE.contains(target.status())
                        && !target.isSupersededBy(situation.document().address()))
                .map(target -> new Blocker(
                        "supersession",
                        "/links",
                        target.envelope().ref() + " is " + target.status().json() + " and cannot be superseded"))
                .toList();
    }

    private static List<Blocker> successorIsInForce(Situation situation) {
        Document by = situation.by();
        if (by == null
                || !by.status().inForce()
                || by.address().equals(situation.document().address())) {
            return missing("successor", "/by", "by names an accepted or implemented document of this kind and project");
        }
        return List.of();
    }

    private static List<Blocker> missing(String code, String pointer, String detail) {
        return List.of(new Blocker(code, pointer, detail));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean empty(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of()).isEmpty();
    }
}
