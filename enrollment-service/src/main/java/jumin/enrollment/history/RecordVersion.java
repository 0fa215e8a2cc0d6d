package jumin.enrollment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 变更历史中的一条。 */
@Schema(description = "变更历史中的一条：自何日至何日为何样，何时记录，何时被取代")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RecordVersion(
        long version,

        @Schema(implementation = LocalDate.class, description = "自该日起；没有的自始如此")
        Optional<LocalDate> validFrom,

        @Schema(implementation = LocalDate.class, description = "至该日（含）；没有的至今")
        Optional<LocalDate> validTo,

        String change,
        @Schema(examples = "更正") String changeName,
        String reason,
        String actor,
        OffsetDateTime recordedAt,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> supersededAt,
        @Schema(implementation = Object.class) JsonNode state) {}
