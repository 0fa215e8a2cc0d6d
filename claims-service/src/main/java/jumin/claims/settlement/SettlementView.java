package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.adjudication.ClassifiedItem;
import jumin.claims.insured.PersonId;
import jumin.claims.readmodel.ReadModelAge;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a pre-settlement, a settlement, a reversal and their queries. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "结算结果：PAID 支付、REFUSED 不予支付、HELD 暂缓；预结算没有编号")
public record SettlementView(
        @Schema(description = "结算编号（内部）", extensions = @Extension(name = "x-nhsa", value = "setl_id"))
        SettlementId settlementId,

        @Schema(description = "业务单号", examples = "JS2024032010000001")
        String number,

        SettlementRow.Kind kind,
        SettlementRow.Outcome outcome,
        @Schema(description = "冲正记录：被冲正的结算") SettlementId reverses,
        @Schema(description = "重算后的结算：所替代的结算") SettlementId replaces,
        @Schema(description = "已被冲正：冲正记录的编号") SettlementId reversedBy,
        @Schema(description = "已被重算：替代它的结算") SettlementId replacedBy,
        @Schema(description = "所属或所引起的重算单") UUID redo,

        @Schema(description = "报文编号", extensions = @Extension(name = "x-nhsa", value = "msgid"))
        String messageId,

        @Schema(description = "机构编号", extensions = @Extension(name = "x-nhsa", value = "fixmedins_code"))
        String provider,

        String providerName,

        @Schema(description = "人员编号", extensions = @Extension(name = "x-nhsa", value = "psn_no"))
        PersonId personId,

        @Schema(description = "姓名（遮盖）") String personName,
        @Schema(description = "证件号码（遮盖）") String personIdNumber,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "med_type"))
        String careType,

        String careTypeName,
        LocalDate admissionDate,
        LocalDate dischargeDate,
        BillSubmission.Diagnosis diagnosis,
        int benefitYear,
        LocalDate settledOn,
        @Schema(description = "金额；冲正的为机构原来得到、现在退回的金额") AmountsView amounts,

        @Schema(description = "冲正重算过的结算：本次冲销的重算后金额；与 amounts 的差额由基金与参保人结清，与机构无关")
        AmountsView decidedAmounts,

        List<ReasonView> reasons,
        @Schema(description = "不在支付范围或超限价的明细及原因") List<ItemRemark> remarks,
        @Schema(description = "医院所述、尚待核实的情形") List<String> unverified,
        @Schema(description = "规则版本") String lawRelease,
        @Schema(description = "是否用到占位标准（仅演示和测试环境）") boolean placeholdersUsed,
        @Schema(description = "冲正原因") String reason,
        List<ReadModelAge> readModels,
        @Schema(description = "预结算：照此结算会列为审核疑点的") List<HintView> hints) {

    /** What there is to say of a line. */
    @Schema(description = "明细说明")
    public record ItemRemark(int lineNo, String code, String remarkCode, String remark, Money amount) {

        static List<ItemRemark> of(BillRecord bill) {
            return bill.items().stream()
                    .filter(item -> item.remarkCode() != null)
                    .map(ItemRemark::of)
                    .toList();
        }

        private static ItemRemark of(ClassifiedItem item) {
            var beyond = item.overCeiling().isZero() ? item.amount() : item.overCeiling();
            return new ItemRemark(item.lineNo(), item.code(), item.remarkCode(), item.remark(), beyond);
        }
    }
}
