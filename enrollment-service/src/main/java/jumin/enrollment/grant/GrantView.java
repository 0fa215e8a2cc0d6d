package jumin.enrollment.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant as proposed or decided. */
@Schema(description = "资助标准")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GrantView(
        UUID grantId,
        String divisionCode,
        int benefitYear,
        String category,
        boolean full,
        Optional<Money> amount,
        String decisionNumber,

        @Schema(description = "PENDING 待复核；IN_FORCE 已公布；REJECTED 已退回；SUPERSEDED 已被代替")
        State state,

        String proposedBy,
        OffsetDateTime recordedAt) {

    /** 状态 */
    public enum State {
        PENDING,
        IN_FORCE,
        REJECTED,
        SUPERSEDED
    }

    /** Grants of a year. */
    public record GrantsFound(List<GrantView> items) {}
}
