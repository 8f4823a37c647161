package dev.docket.imports;

import dev.docket.api.DatabaseProblems;
import dev.docket.api.Transactions;
import dev.docket.document.Address;
import dev.docket.document.Originals;
import dev.docket.markdown.Reading;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Carries an import through: planned once, then file by file in a transaction of its own each, then what they tell of others. */
@ApplicationScoped
class Conduct {

    private final Transactions transactions;
    private final Jobs jobs;
    private final Files files;
    private final Survey survey;
    private final Planner planner;
    private final Originals originals;

    Conduct(Transactions transactions, Jobs jobs, Files files, Survey survey, Planner planner, Originals originals) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
        this.survey = survey;
        this.planner = planner;
        this.originals = originals;
    }

    private record Relations(List<Step.Relation> relations) {}

    /** From where it stands to its end. */
    void run(Job job, Survey.Pulse pulse) {
        String plan = job.plan() == null ? plan(job, pulse) : job.plan();
        carryOut(job, pulse);
        if (!job.dryRun()) {
            for (Step.Relation relation : Files.value(plan, Relations.class).relations()) {
                pulse.beat();
                relate(job, relation);
            }
        }
        transactions.write(() -> {
            files.drop(job);
            jobs.done(job);
            return true;
        });
    }

    private void carryOut(Job job, Survey.Pulse pulse) {
        try (Crew crew = new Crew()) {
            int after = -1;
            for (List<Files.Left> left = files.left(job, after); !left.isEmpty(); left = files.left(job, after)) {
                try {
                    for (Files.Left file : left) {
                        pulse.beat();
                        crew.take(() -> carryOut(job, file));
                        after = file.ordinal();
                    }
                } finally {
                    crew.await();
                }
            }
        }
    }

    private String plan(Job job, Survey.Pulse pulse) {
        Survey.Result read = survey.of(job, pulse);
        return transactions.write(() -> {
            Planner.Plan plan = planner.of(job, read);
            String relations = Files.text(new Relations(plan.relations()));
            if (!jobs.plan(job, relations)) {
                throw new Abandoned();
            }
            files.plan(job, plan.rows());
            return relations;
        });
    }

    /** Thrown where another replica has taken the import up: it is theirs now; or where it was ended meanwhile. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void carryOut(Job job, Files.Left file) {
        try {
            byte[] content = files.content(job, file.ordinal());
            if (file.outcome() == Outcome.CONFLICT) {
                take(job, file, () -> conflict(job, file, content));
            } else if (file.outcome() == Outcome.UNCHANGED) {
                take(
                        job,
                        file,
                        () -> originals.moved(Objects.requireNonNull(file.step().document()), file.path()));
            } else {
                Reading reading = Words.of(content).read(job.hint(file.step().kind(), file.path()));
                take(job, file, () -> write(job, file, reading, content));
            }
        } catch (HttpProblem e) {
            fail(job, file, Reasons.of(e));
        } catch (Abandoned e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseProblems.isPassing(e)) {
                throw e;
            }
            Log.errorf(e, "a file of import %d cannot be imported", job.id());
            fail(job, file, Reasons.OURS);
        }
    }

    private void take(Job job, Files.Left file, Runnable work) {
        transactions.write(() -> {
            if (files.take(job, file.ordinal())) {
                work.run();
            }
            return true;
        });
    }

    private void fail(Job job, Files.Left file, String detail) {
        take(job, file, () -> files.turn(job, file.ordinal(), Outcome.FAILED, detail, null));
    }

    private void conflict(Job job, Files.Left file, byte[] content) {
        long document = Objects.requireNonNull(file.step().document());
        byte[] before = originals.bytes(document).orElse(content);
        files.turn(
                job,
                file.ordinal(),
                Outcome.CONFLICT,
                "The document was edited here since it was imported, and the file has changed, too. Nothing was written.",
                Differences.between(before, content, file.path()));
    }

    private void write(Job job, Files.Left file, Reading reading, byte[] content) {
        Step step = file.step();
        Choices.settle(reading.content(), List.of());
        Address address = job.address(step.kind(), step.number());
        Originals.Said said = Saying.of(reading, file.path(), file.sha256(), step.status(), step.by(), step.links());
        Originals.File original = new Originals.File(
                file.path(), reading.number(), reading.content().path("title").asText(), file.sha256(), content);
        if (step.document() == null) {
            originals.create(job.projectId(), address, said, original, job.actor());
        } else if (!originals.revise(job.projectId(), address, said, original, job.actor())) {
            conflict(job, file, content);
        }
    }

    private void relate(Job job, Step.Relation relation) {
        try {
            transactions.write(() -> originals.relate(
                    job.projectId(),
                    relation.address(job.project()),
                    relation.rel(),
                    relation.otherAddress(job.project()),
                    relation.superseded(),
                    job.actor()));
        } catch (HttpProblem e) {
            Log.warnf("import %d cannot link %s: %s", job.id(), relation, Reasons.of(e));
        }
    }
}
