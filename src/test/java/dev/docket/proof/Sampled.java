package dev.docket.proof;

import static java.util.stream.Collectors.toMap;

import dev.docket.access.Permission;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import dev.docket.proof.sample.Sample;
import dev.docket.proof.sample.Samples;
import java.util.List;
import java.util.Map;

/** An operation of the contract with a valid request of it. */
record Sampled(Operation operation, Sample sample) {

    /** One for each sample; fails for the sample of an operation that is not in the contract. */
    static List<Sampled> all() {
        Map<String, Operation> operations =
                Operation.all().stream().collect(toMap(Operation::id, operation -> operation));
        return Samples.all().stream()
                .map(sample -> {
                    Operation operation = operations.get(sample.operation());
                    if (operation == null) {
                        throw new AssertionError("the contract has no operation " + sample.operation());
                    }
                    return new Sampled(operation, sample);
                })
                .toList();
    }

    /** Those that take a token. */
    static List<Sampled> guarded() {
        return all().stream().filter(each -> !each.operation().open()).toList();
    }

    /** What the request takes. */
    Permission needs() {
        return sample.needs() == null ? operation.needs().get(0) : sample.needs();
    }

    /** The request, and first all that has to be there for it. */
    Call call(Ground ground, Ground.Caller caller) {
        return sample.call(operation.method(), operation.path(), ground, caller);
    }

    @Override
    public String toString() {
        return operation.id() + " by " + needs().json();
    }
}
