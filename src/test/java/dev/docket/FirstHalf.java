package dev.docket;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of these packages, in a process of their own beside {@link SecondHalf}: the service starts once in each.
 * Surefire would hand out single classes to its processes, and the service would start for each of them.
 */
@Suite
@SelectPackages({
    "dev.docket.access",
    "dev.docket.audit",
    "dev.docket.event",
    "dev.docket.feed",
    "dev.docket.idempotency",
    "dev.docket.imports",
    "dev.docket.project",
    "dev.docket.proof",
    "dev.docket.webhook"
})
class FirstHalf {}
