package dev.docket.proof;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * How many cases each proof had: printed as one table when all tests are done. Kept in system properties, for the tests
 * have a class loader of their own.
 */
public final class Tally implements TestExecutionListener {

    private static final String PREFIX = "docket.proof.";

    /** Says that the proof had so many cases more, all of which held. */
    public static synchronized void count(String proof, int cases) {
        String key = PREFIX + proof;
        System.setProperty(key, Integer.toString(Integer.getInteger(key, 0) + cases));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .map(name ->
                        "PROOF %-60s %7s cases".formatted(name.substring(PREFIX.length()), System.getProperty(name)))
                .forEach(System.out::println);
    }
}
