package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.wire.Yuan;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 月结单: a month's statement as it is printed and signed, with what was refused and what was deducted, each with its article. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "机构月结单（可打印）：合计、扣减、预留、应付、拨付，以及没有支付的各笔和原因")
public record MonthlyPaperView(
        String title,
        String areaName,
        String providerName,
        MonthlyStatementView statement,
        String stateTitle,
        @Schema(description = "基金应付：统筹、大病、救助合计") Money fundPay,
        @Schema(description = "退回的：谁、为什么") Rejected rejected,
        List<Deducted> deductions,
        Refusals refusals,
        LocalDate printedOn,
        String printedBy) {

    /** 退回 */
    @Schema(name = "MonthlyPaperRejected", description = "退回人与理由")
    public record Rejected(String by, String opinion) {}

    /** 审核扣减的一项 */
    @Schema(name = "MonthlyPaperDeducted", description = "终结的审核扣减：所涉结算、规则、条款、本次扣减（退回的为负）")
    public record Deducted(
            UUID finding, String settlementNumber, String title, String instrument, String article, Money amount) {}

    /** 没有支付的 */
    @Schema(name = "MonthlyPaperRefusals", description = "当月没有支付的笔数与金额；listed 是其中列出的")
    public record Refusals(int count, Money totalAmount, List<DailyRefusal> listed) {}

    /** The sum as the paper writes it out. */
    @JsonIgnore
    public String equation() {
        return Yuan.grouped(statement.payable()) + " ＝ " + Yuan.grouped(fundPay) + " − "
                + Yuan.grouped(statement.deduction()) + " − " + Yuan.grouped(statement.retention());
    }

    /** Nothing was settled and nothing refused. */
    @JsonIgnore
    public boolean blank() {
        return statement.claims() == 0 && refusals.count() == 0 && deductions.isEmpty();
    }

    @JsonIgnore
    public boolean paid() {
        return statement.state() == MonthlyStatementView.State.PAID;
    }
}
