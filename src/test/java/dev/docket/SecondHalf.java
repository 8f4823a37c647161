package dev.docket;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not of the packages of {@link FirstHalf}. */
@Suite
@SelectPackages("dev.docket")
@ExcludePackages({
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
class SecondHalf {}
