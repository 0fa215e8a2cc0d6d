package jumin.enrollment.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.CitationView;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.law.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 法规的答复: yes, no, or held, always with its article. */
@Schema(description = "法规的答复")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LawAnswer(
        @Schema(description = "YES 可以；NO 不可以；HELD 规定未写明，由经办机构决定")
        String outcome,

        @Schema(examples = "本市户籍") String explanation,
        @Schema(implementation = CitationView.class) Optional<CitationView> citation,
        @Schema(description = "享受待遇自") @Nullable LocalDate coverFrom,
        @Schema(description = "享受待遇至") @Nullable LocalDate coverTo,
        @Schema(description = "应缴费的年度") List<Integer> contributionYears) {

    /** In words; a law that is not written down holds. */
    public static LawAnswer of(Optional<EntitlementDecision> decision) {
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Accepted accepted -> plain("YES", accepted.ground(), accepted.citation());
            case EntitlementDecision.Placed placed ->
                plain(
                        "YES",
                        PlaceWords.of(placed.place())
                                + placed.unit()
                                        .map(unit -> unit.equals("household") ? "，以家庭为单位" : "，以个人为单位")
                                        .orElse(""),
                        placed.citation());
            case EntitlementDecision.Refused refused ->
                plain("NO", refused.cause().title(), refused.cause().citation());
            case EntitlementDecision.Held held ->
                plain("HELD", held.cause().title(), held.cause().citation());
            case EntitlementDecision.Entitled entitled -> entitled(entitled);
            case null, default -> new LawAnswer("HELD", "本统筹区没有法规数据", Optional.empty(), null, null, List.of());
        };
    }

    private static LawAnswer entitled(EntitlementDecision.Entitled entitled) {
        var first = entitled.benefit().first();
        var last = entitled.benefit().last();
        var citation = entitled.intervals().stream().findFirst().map(interval -> CitationView.of(interval.citation()));
        return new LawAnswer(
                "YES",
                "自" + first + "起至" + last + "享受待遇",
                citation,
                first,
                last,
                entitled.contributionYears().stream().map(BenefitYear::year).toList());
    }

    private static LawAnswer plain(String outcome, String explanation, Citation citation) {
        return new LawAnswer(outcome, explanation, Optional.of(CitationView.of(citation)), null, null, List.of());
    }
}
