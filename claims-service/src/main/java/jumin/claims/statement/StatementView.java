package jumin.claims.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.ClassifiedItem;
import jumin.claims.settlement.NotComputed;
import jumin.claims.settlement.QuerySettlement;
import jumin.claims.settlement.ReasonView;
import jumin.claims.settlement.RecallDecision.Recalled;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.wire.Yuan;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.LineKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 结算单: the person's account of a settlement, readable by a villager, recomputable by an auditor. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "城乡居民医保费用结算单")
public record StatementView(
        String title,
        String areaName,
        SettlementId settlementId,
        String number,
        SettlementRow.Kind kind,
        SettlementRow.Outcome outcome,
        SettlementId reverses,
        @Schema(description = "冲正单：冲正原因") String reason,
        @Schema(description = "已冲正的：哪一天、哪一单号、什么原因") Reversed reversed,
        Rules rules,
        Person person,
        Care care,
        LocalDate settledOn,
        List<StatementLine> lines,
        Totals totals,
        List<ReasonView> reasons,
        List<ClassifiedItem> items) {

    private static final int MOST_PRINTED_ITEMS = 1000;

    /** 所用规则 */
    @Schema(description = "规则版本与施行日；placeholders 表示用到占位标准（仅演示和测试）")
    public record Rules(String release, LocalDate commencement, boolean placeholders) {}

    /** 参保人，已遮盖 */
    @Schema(description = "参保人（已遮盖）与身份")
    public record Person(String name, String idNumber, List<Standing> categories) {}

    /** 身份认定 */
    @Schema(name = "StatementCategory", description = "身份、认定部门的代码与名称；没有登记的部门，名称即代码并注明")
    public record Standing(String code, String title, LocalDate from, String organ, String organName) {}

    /** 就诊 */
    @Schema(description = "就诊机构、类别、日期与诊断")
    public record Care(
            String provider,
            String providerName,
            String providerLevel,
            String careTypeName,
            LocalDate admissionDate,
            LocalDate dischargeDate,
            long days,
            String diagnosisCode,
            String diagnosisName) {}

    /** 已冲正 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "已冲正：本单金额已全部冲回；replacedBy 是重算后替代本单的单号")
    public record Reversed(String state, String number, LocalDate on, String reason, String replacedBy) {

        static final String STATE = "已冲正";

        static Reversed of(QuerySettlement.Since since) {
            var replacement = since.replacement().map(SettlementRow::number).orElse(null);
            return since.reversal()
                    .map(red -> new Reversed(STATE, red.number(), red.settledOn(), red.reason(), replacement))
                    .orElse(null);
        }
    }

    /** 合计 */
    @Schema(name = "StatementTotals", description = "合计；equation 是个人负担的算式；beforeAssistance 表示医疗救助未计算，个人负担是医疗救助之前的")
    public record Totals(
            Money totalAmount,
            Money fundPay,
            Money thirdPartyAmount,
            Money personPay,
            String equation,
            boolean beforeAssistance) {}

    /** The lines above the totals, which the paper shows apart. */
    @JsonIgnore
    public List<StatementLine> steps() {
        return lines.stream()
                .filter(line -> line.kind() != LineKind.FUND_TOTAL && line.kind() != LineKind.PERSON_TOTAL)
                .toList();
    }

    /**
     * The document (文件名) that the first line resting on any text cites: the paper names it once under the table, so that each line
     * need only name its article; a line of another document names that itself. Empty when no line rests on a text.
     */
    @JsonIgnore
    public String law() {
        return lines.stream()
                .map(StatementLine::instrument)
                .filter(instrument -> !instrument.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The items that fit on paper; a bill of thousands is read on a screen. */
    @JsonIgnore
    public List<ClassifiedItem> printedItems() {
        return items.subList(0, Math.min(items.size(), MOST_PRINTED_ITEMS));
    }

    /** @param categories those of the bill, with the names of whoever recognised them */
    static StatementView of(Recalled recalled, Law law, QuerySettlement.Since since, List<Standing> categories) {
        var row = recalled.row();
        var bill = recalled.bill();
        return new StatementView(
                row.kind() == SettlementRow.Kind.REVERSAL ? "城乡居民医保费用冲正单" : "城乡居民医保费用结算单",
                law.name(),
                row.id(),
                row.number(),
                row.kind(),
                row.outcome(),
                row.reverses().orElse(null),
                row.kind() == SettlementRow.Kind.REVERSAL ? row.reason() : null,
                Reversed.of(since),
                new Rules(
                        row.law().release(),
                        law.commencement(),
                        recalled.decision().outcome().placeholdersUsed()),
                new Person(bill.personName(), bill.personIdNumber(), categories),
                care(bill),
                row.settledOn(),
                StatementLine.of(recalled.decision().worksheet()),
                totals(recalled),
                ReasonView.of(recalled.decision(), bill),
                bill.items());
    }

    private static Care care(BillRecord bill) {
        return new Care(
                bill.providerCode(),
                bill.providerName(),
                bill.providerLevel(),
                bill.careTypeName(),
                bill.admissionDate(),
                bill.dischargeDate(),
                ChronoUnit.DAYS.between(bill.admissionDate(), bill.dischargeDate()),
                bill.diagnosis().code(),
                bill.diagnosis().name());
    }

    private static boolean beforeAssistance(Recalled recalled) {
        return recalled.row().outcome() == SettlementRow.Outcome.PAID && NotComputed.assistance(recalled.decision());
    }

    private static Totals totals(Recalled recalled) {
        var payers = recalled.row().payers();
        var fund = payers.pool().plus(payers.criticalIllness()).plus(payers.medicalAssistance());
        var third = payers.thirdParty().isZero() ? "" : " − " + Yuan.grouped(payers.thirdParty());
        var equation = Yuan.grouped(payers.person()) + " = " + Yuan.grouped(payers.total()) + " − " + Yuan.grouped(fund)
                + third;
        return new Totals(
                payers.total(), fund, payers.thirdParty(), payers.person(), equation, beforeAssistance(recalled));
    }
}
