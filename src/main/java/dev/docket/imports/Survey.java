package dev.docket.imports;

import dev.docket.api.DatabaseProblems;
import dev.docket.document.Address;
import dev.docket.document.Original;
import dev.docket.document.Originals;
import dev.docket.document.Surroundings;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.markdown.Hint;
import dev.docket.markdown.Reading;
import dev.docket.markdown.Warning;
import dev.docket.markdown.fact.Skipped;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all files of an import once, one at a time, and keeps of each what the plan has to know. */
@ApplicationScoped
class Survey {

    private static final Map<String, String> REASONS = Map.of(
            "readme", "It is a README, no record.",
            "index", "It lists other files, and is no record itself.",
            "template", "It is a template, no record.");

    private final Files files;
    private final Originals originals;
    private final Surroundings surroundings;

    Survey(Files files, Originals originals, Surroundings surroundings) {
        this.files = files;
        this.originals = originals;
        this.surroundings = surroundings;
    }

    /** Called between any two files. */
    interface Pulse {
        void beat();
    }

    /**
     * What all files are.
     *
     * @param facts those that can be documents
     * @param rest the others, as their rows in the report
     */
    record Result(List<Fact> facts, List<Files.Row> rest) {}

    Result of(Job job, Pulse pulse) {
        List<Files.Unplanned> unplanned = files.unplanned(job);
        Map<String, Kind> kinds = knownKinds(job, unplanned);
        Result result = new Result(new java.util.ArrayList<>(), new java.util.ArrayList<>());
        for (Files.Unplanned file : unplanned) {
            pulse.beat();
            Hint hint = job.hint(kinds.get(Objects.requireNonNullElse(file.path(), "")), file.path());
            add(job, file, hint, result);
        }
        return result;
    }

    /** A file that changed so that it looks like the other kind is the same document nevertheless. */
    private Map<String, Kind> knownKinds(Job job, List<Files.Unplanned> unplanned) {
        Set<String> paths = unplanned.stream()
                .map(Files.Unplanned::path)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Kind> kinds = new HashMap<>();
        surroundings
                .originals(job.projectId(), new Surroundings.Names(paths, Set.of(), Set.of(), Set.of()))
                .forEach(original -> kinds.put(String.valueOf(original.path()), original.kind()));
        return kinds;
    }

    private void add(Job job, Files.Unplanned file, Hint hint, Result result) {
        try {
            Words words = Words.of(files.content(job, file.ordinal()));
            Optional<String> skipped = file.path() == null ? Optional.empty() : Skipped.why(file.path(), words.lines());
            if (skipped.isPresent()) {
                result.rest().add(row(file, Outcome.SKIPPED, REASONS.getOrDefault(skipped.get(), skipped.get())));
            } else if (words.isNoText()) {
                result.rest().add(row(file, Outcome.FAILED, "It is binary data, or empty: there is no text to read."));
            } else {
                result.facts().add(fact(job, file, words, hint));
            }
        } catch (HttpProblem e) {
            result.rest().add(row(file, Outcome.FAILED, Reasons.of(e)));
        } catch (Conduct.Abandoned e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseProblems.isPassing(e)) {
                throw e;
            }
            Log.errorf(e, "a file of import %d cannot be read", job.id());
            result.rest().add(row(file, Outcome.FAILED, Reasons.OURS));
        }
    }

    private Fact fact(Job job, Files.Unplanned file, Words words, Hint hint) {
        Reading reading = words.read(hint);
        List<Warning> choices = Choices.settle(reading.content(), words.lines());
        List<Link> links = Saying.links(reading);
        // Only the rules are asked; targets are known once all files are.
        List<Link> harmless = links.stream()
                .filter(link -> !Objects.requireNonNull(link.rel()).betweenDocuments())
                .toList();
        Address nowhere = job.address(reading.kind(), Numbering.MAX);
        originals.refuse(nowhere, Saying.of(reading, file.path(), file.sha256(), reading.status(), null, harmless));
        return new Fact(
                file.ordinal(),
                file.path(),
                file.sha256(),
                reading.kind(),
                reading.number(),
                reading.content().path("title").asText(),
                reading.date(),
                reading.status(),
                reading.template(),
                links,
                words.linesOf(links, reading.kind()),
                words.warned(reading.warnings(), choices));
    }

    private static Files.Row row(Files.Unplanned file, Outcome outcome, @Nullable String detail) {
        return new Files.Row(file.ordinal(), outcome, null, null, List.of(), detail, null, true);
    }

    /** The names by which files may have been imported before, and the numbers that they speak of. */
    static Surroundings.Names names(List<Fact> facts, String project) {
        Set<Integer> numbers = new HashSet<>();
        Set<String> paths = new HashSet<>();
        Set<String> stems = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Fact fact : facts) {
            hashes.add(fact.sha256());
            if (fact.path() != null) {
                paths.add(fact.path());
                stems.add(Objects.requireNonNull(Original.stem(fact.path())));
            }
            if (fact.number() != null) {
                numbers.add(fact.number());
            }
            for (Link link : fact.links()) {
                Address target = Address.parse(String.valueOf(link.target()), project);
                if (target != null) {
                    numbers.add(target.number());
                }
            }
        }
        return new Surroundings.Names(paths, stems, hashes, numbers);
    }
}
