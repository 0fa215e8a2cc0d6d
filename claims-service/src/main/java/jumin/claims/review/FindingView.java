package jumin.claims.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding as it is shown to the provider and to the agency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "审核疑点：OPEN 待申辩、ANSWERED 已申辩、UPHELD 成立（可申诉）、APPEALED 已申诉、FINAL 终结并扣减、DROPPED 撤销；申报的费用不改写，扣减另记")
public record FindingView(
        UUID id,
        ReviewRule rule,
        String provider,
        PersonId personId,
        UUID settlementId,
        UUID encounterId,
        String detail,
        @Schema(description = "涉及金额（拟扣减）") Money amount,
        String raisedBy,
        LocalDate raisedOn,
        @Schema(description = "申辩、申诉截止日（含）") LocalDate answerBy,
        FindingState state,
        String answer,
        String decision,
        String decidedBy,
        String appeal,
        @Schema(description = "成立的金额；没有的为全部") Money upheldAmount,
        @Schema(description = "延长期限的理由") String extension) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.id(),
                finding.rule(),
                finding.subject().provider(),
                finding.subject().person(),
                finding.subject().settlement().orElse(null),
                finding.subject().encounter().orElse(null),
                finding.detail(),
                finding.amount(),
                finding.raisedBy(),
                finding.raisedOn(),
                finding.answerBy(),
                finding.state(),
                finding.words().answer().orElse(null),
                finding.words().decision().orElse(null),
                finding.words().decidedBy().orElse(null),
                finding.words().appeal().orElse(null),
                finding.held().upheld().orElse(null),
                finding.held().extension().orElse(null));
    }
}
