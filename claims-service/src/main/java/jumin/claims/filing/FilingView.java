package jumin.claims.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A filing as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "备案、认定、申报：PENDING 待审、EFFECTIVE 有效、REJECTED 不予认定、WITHDRAWN 已撤销")
public record FilingView(
        UUID id,
        FilingKind kind,
        PersonId personId,
        @Schema(description = "办理机构；经办机构办理的为 -") String provider,
        FilingState state,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate filedOn,
        FilingDetails details,
        String filedBy,
        String decidedBy,
        String reason) {

    static FilingView of(Filing filing) {
        return new FilingView(
                filing.id(),
                filing.kind(),
                filing.person(),
                filing.provider(),
                filing.state(),
                filing.validFrom(),
                filing.validTo().orElse(null),
                filing.filedOn(),
                filing.details(),
                filing.filedBy(),
                filing.decidedBy().orElse(null),
                filing.reason().orElse(null));
    }
}
