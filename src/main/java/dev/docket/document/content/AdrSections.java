package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The sections of an ADR.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdrSections(
        @Schema(description = "The problem, and what surrounds it.") @Valid @Nullable
        Context context,

        @Schema(description = "What is decided, and why.") @Valid @Nullable
        Decision decision,

        @Schema(description = "What follows from it.") @Valid @Nullable
        Consequences consequences,

        @Schema(description = "How it is carried out.") @Valid @Nullable
        Implementation implementation,

        @Schema(description = "How one will know that it works.") @Valid @Nullable
        Verification verification,

        @Schema(description = "Security and privacy.") @Valid @Nullable
        Security security,

        @Schema(description = "The way there, and the way back.") @Valid @Nullable
        Migration migration,

        @Schema(description = "Background that would interrupt the argument.") @Valid @Nullable
        AdrAppendix appendix)
        implements Sections {

    /** The same with another decision. */
    public AdrSections withDecision(@Nullable Decision decision) {
        return new AdrSections(
                context, decision, consequences, implementation, verification, security, migration, appendix);
    }
}
