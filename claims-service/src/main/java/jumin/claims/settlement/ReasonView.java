package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.wire.Articles;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.worksheet.Denial;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 不予支付、暂缓或提示的原因. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "原因与依据；暂缓时 cure 写明怎样消除")
public record ReasonView(String code, String title, String instrument, String article, String cure) {

    private static final String NOT_COVERED = "NOT_COVERED_ON_DATE";
    private static final String ASK_THE_AGENCY = "请联系参保地经办机构；消除后用新的报文编号重新结算";
    private static final Map<String, String> CURES = Map.of(
            "PARAMETER_MISSING", "所需标准尚未公布或录入，由经办机构处理后用新的报文编号重新结算；费用可先由个人垫付后零星报销",
            "THIRD_PARTY_UNDECIDED",
                    "请参保人填写外伤申报（经过、有无第三人责任），由定点医疗机构或经办机构登记，经办机构审批时写明第三人责任比例（没有第三人责任的为 0）；审批后用新的报文编号重新结算",
            "DISEASE_NOT_NAMED", "写明本次治疗的是高血压还是糖尿病；两种都治疗的分开申报",
            "YEAR_END_BILL_MISSING", "先办至12月31日的中途结账（interim），再结算次年1月1日起的部分",
            "LUMP_SUM_AT_DISCHARGE", "不办中途结账，出院后一次结算",
            "STAY_OVERLAPS", "请核对入出院日期，有误的更正后用新的报文编号重新结算；无误的由参保地经办机构两人核实（重叠住院核实），核准后重新结算",
            "FILING_REQUIRED", "补办异地就医备案后，用新的报文编号重新结算");

    /** Whether no text has the rule: beside a reason that has one it is no ground of its own. */
    public boolean assumed() {
        return article != null && Articles.silent(article);
    }

    /** The law's reasons, and behind a refusal for want of cover the reason that contribution gives for it. */
    public static List<ReasonView> of(SettlementDecision decision, BillRecord bill) {
        var reasons = new ArrayList<>(decision.denials().stream()
                .map(denial -> of(denial, decision instanceof SettlementDecision.Held))
                .toList());
        Optional.ofNullable(bill.sources().notCovered())
                .filter(none -> reasons.stream().anyMatch(one -> one.code().equals(NOT_COVERED)))
                .ifPresent(none -> reasons.add(new ReasonView(
                        none.code(), none.text(), reasons.getFirst().instrument(), none.article(), null)));
        return List.copyOf(reasons);
    }

    private static ReasonView of(Denial denial, boolean held) {
        return new ReasonView(
                denial.code(),
                denial.title(),
                denial.citation().instrument(),
                Articles.readable(denial.citation()),
                held ? CURES.getOrDefault(denial.code(), ASK_THE_AGENCY) : null);
    }
}
