package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.Original;
import dev.docket.document.Surroundings;
import dev.docket.document.Surroundings.Present;
import dev.docket.document.content.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides for all files at once what is to become of them, in one short transaction: numbers are given in it, so that a
 * document which is created meanwhile gets one after those of the import.
 */
@ApplicationScoped
class Planner {

    private final Surroundings surroundings;

    Planner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is to become of the files, and of documents that some of them spoke of. */
    record Plan(List<Files.Row> rows, List<Step.Relation> relations) {}

    /** Part of the caller's transaction; takes the numbers unless it is a dry run. */
    Plan of(Job job, Survey.Result survey) {
        List<Original> originals = surroundings.originals(job.projectId(), Survey.names(survey.facts(), job.project()));
        Map<Integer, Original> found = Matching.of(survey.facts(), originals);
        List<Planned> planned = new ArrayList<>();
        survey.facts().forEach(fact -> planned.add(new Planned(fact, found.get(fact.ordinal()))));
        Set<Address> present = number(job, planned, Survey.names(survey.facts(), job.project()));
        References references = new References(job.project(), planned, originals, present);
        planned.stream().filter(Planned::isWritten).forEach(references::resolve);
        List<Step.Relation> relations = supersede(job, planned);
        List<Files.Row> rows = new ArrayList<>(survey.rest());
        planned.forEach(file -> rows.add(row(job, file)));
        return new Plan(rows, relations);
    }

    /** Gives new documents their numbers; answers which documents are there already. */
    private Set<Address> number(Job job, List<Planned> planned, Surroundings.Names names) {
        Map<Kind, Integer> last = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            boolean wanted = !created(planned, kind).isEmpty() && !job.dryRun();
            last.put(
                    kind,
                    wanted
                            ? surroundings.lockLastNumber(job.projectId(), kind)
                            : surroundings.lastNumber(job.projectId(), kind));
        }
        Set<Address> present = surroundings.present(job.projectId(), job.project(), names.numbers()).stream()
                .map(Present::address)
                .collect(Collectors.toCollection(HashSet::new));
        for (Kind kind : Kind.values()) {
            List<Planned> created = created(planned, kind);
            Set<Integer> taken = present.stream()
                    .filter(address -> address.kind() == kind)
                    .map(Address::number)
                    .collect(Collectors.toSet());
            int highest = Numbering.give(created, taken, last.getOrDefault(kind, 0));
            if (!created.isEmpty() && !job.dryRun()) {
                surroundings.giveNumbers(job.projectId(), kind, Math.min(highest, Numbering.MAX));
            }
        }
        return present;
    }

    private static List<Planned> created(List<Planned> planned, Kind kind) {
        return planned.stream()
                .filter(each -> each.outcome == Outcome.CREATED && each.fact.kind() == kind)
                .toList();
    }

    private List<Step.Relation> supersede(Job job, List<Planned> planned) {
        Supersessions supersessions = new Supersessions(job.project(), planned);
        supersessions.addFiles();
        Set<Integer> written =
                planned.stream().filter(Planned::isWritten).map(Planned::number).collect(Collectors.toSet());
        Set<Address> rewritten = planned.stream()
                .filter(Planned::isWritten)
                .map(file -> file.address(job.project()))
                .collect(Collectors.toSet());
        surroundings.superseding(job.projectId(), job.project(), written).stream()
                .filter(relation -> !rewritten.contains(relation.from()))
                .forEach(relation -> supersessions.add(relation.from(), relation.rel(), relation.to()));
        supersessions.settle(surroundings.present(job.projectId(), job.project(), supersessions.numbers()));
        return supersessions.relations();
    }

    private static Files.Row row(Job job, Planned file) {
        boolean numbered = file.number() <= Numbering.MAX;
        boolean toDo = file.isWritten() || file.isMoved() || file.outcome == Outcome.CONFLICT;
        return new Files.Row(
                file.fact.ordinal(),
                numbered ? file.outcome : Outcome.FAILED,
                numbered ? file.address(job.project()).ref() : null,
                file.fact.template(),
                file.warnings,
                numbered ? null : "There is no number left for it.",
                toDo && numbered ? file.step() : null,
                !toDo || !numbered || (job.dryRun() && file.outcome != Outcome.CONFLICT));
    }
}
