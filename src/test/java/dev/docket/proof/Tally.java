package dev.docket.proof;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * How many cases each proof had: printed as one table when all tests are done. Kept in system properties, for the tests
 * have a class loader of their own.
 */
public final class Tally implements TestExecutionListener {

    private static final String PREFIX = "docket.proof.";
    private static final String MOST = "docket.most.";

    /** Says that the proof had so many cases more, all of which held. */
    public static synchronized void count(String proof, int cases) {
        String key = PREFIX + proof;
        System.setProperty(key, Integer.toString(Integer.getInteger(key, 0) + cases));
    }

    /** Says what was measured, in a unit that its name gives: of several figures the largest is kept. */
    public static synchronized void most(String name, long figure) {
        String key = MOST + name;
        System.setProperty(key, Long.toString(Math.max(Long.getLong(key, 0), figure)));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .map(name ->
                        "PROOF %-60s %7s cases".formatted(name.substring(PREFIX.length()), System.getProperty(name)))
                .forEach(System.out::println);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(MOST))
                .sorted()
                .map(name ->
                        "PROOF %-60s %7s at most".formatted(name.substring(MOST.length()), System.getProperty(name)))
                .forEach(System.out::println);
    }
}
