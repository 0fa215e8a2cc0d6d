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

        @Schema(description = "PENDING 待复核；IN_FORCE 已公布；REJECTED 已退回；SUPERSEDED 已被代替；WITHDRAWN 已撤回；ENDED 已终止")
        State state,

        String proposedBy,
        OffsetDateTime recordedAt,

        @Schema(implementation = String.class, description = "提出终止所依的文件；没有提出的没有")
        Optional<String> endingDocument,

        @Schema(implementation = String.class) Optional<String> endingProposedBy) {

    /** 状态 */
    public enum State {
        PENDING,
        IN_FORCE,
        REJECTED,
        SUPERSEDED,
        WITHDRAWN,
        ENDED
    }

    /** Grants of a year. */
    public record GrantsFound(List<GrantView> items) {}
}
