package jumin.contribution.levy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 应缴核定 as the tax organ and the staff see it.
 *
 * @param idNumber in full for the tax organ only, which needs it to collect; absent for others
 * @param supersededBy a later version that says something else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LevyView(
        UUID levyId,
        int version,

        @Schema(description = "ISSUED 已核定 / HELD 暂缓 / CANCELLED 已取消")
        String state,

        @Schema(description = "暂缓或取消的原因代码") String reason,
        String area,
        String taxOrgan,
        int benefitYear,
        UUID personId,
        String personNo,
        String name,
        String idNumber,
        String idMasked,
        String divisionPath,
        @Schema(description = "个人缴费标准") Money individualContribution,
        @Schema(description = "资助金额") Money subsidyAmount,
        @Schema(description = "应缴金额（已扣除资助）") Money dueAmount,
        String tier,
        String category,
        @Schema(description = "资助资金来源") String payer,
        @Schema(description = "资助依据条款") List<String> articles,
        OffsetDateTime issuedAt,
        UUID supersededBy,
        OffsetDateTime acknowledgedAt) {

    /** @param next pass as {@code after} for the next page; the same as asked when there is nothing more */
    public record LevyPage(List<LevyView> items, String next, boolean caughtUp) {}
}
