package jumin.contribution;

import static jumin.platform.problem.ProblemKind.*;

import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemKind;

/** Problems of contribution-service; codes are frozen by problems.lock. */
public enum ContributionProblem implements ProblemCode {
    STANDARD_NEEDS_TWO_PERSONS(CONFLICT, "筹资标准须由另一人审批"),
    STANDARD_ALREADY_PROPOSED(CONFLICT, "该年度已有待审批的标准"),
    STANDARD_ALREADY_DECIDED(CONFLICT, "该标准已审批"),
    STANDARD_WINDOW_INVALID(INVALID, "集中征缴期起止不对"),
    STANDARD_NOT_PUBLISHED(UNPROCESSABLE, "该年度筹资标准尚未公布"),
    STANDARD_AMOUNT_IMPLAUSIBLE(INVALID, "筹资标准的金额不合常理"),
    STANDARD_LEVELS_MISSING(UNPROCESSABLE, "标准没有写明各级财政分担"),
    STANDARD_LEVELS_WRONG(INVALID, "各级财政补助之和与财政补助不符"),
    STANDARD_BENEFIT_INVALID(INVALID, "由另文规定的待遇标准不符合要求"),
    ACCEPTANCE_NEEDS_TWO_PERSONS(CONFLICT, "征求意见稿的确认须由另一人审批"),
    ACCEPTANCE_ALREADY_PROPOSED(CONFLICT, "该统筹区已有待审批的确认"),
    ACCEPTANCE_ALREADY_DECIDED(CONFLICT, "该确认已审批"),
    LAW_NOT_A_DRAFT(UNPROCESSABLE, "该统筹区的规定无须确认"),
    TAX_ORGAN_UNKNOWN(UNPROCESSABLE, "税务机关未登记"),
    TAX_ORGAN_DIVISION_TAKEN(CONFLICT, "该区划已有主管税务机关"),
    PAYMENT_VOUCHER_REUSED(CONFLICT, "税票号已用于另一笔缴费"),
    PAYMENT_PAYER_MISSING(INVALID, "缴费记录没有缴费人"),
    PAYMENT_KIND_UNCLEAR(INVALID, "缴费与冲正写混了"),
    PAYMENT_ORIGINAL_UNKNOWN(UNPROCESSABLE, "没有找到被冲正的缴费"),
    PAYMENT_REVERSAL_MISMATCH(UNPROCESSABLE, "冲正与原缴费不符"),
    PAYMENT_ALREADY_REVERSED(CONFLICT, "该笔缴费已冲正"),
    PAYMENT_IN_REFUND(CONFLICT, "该笔缴费已退费或正在退费"),
    PAYMENT_ALREADY_ASSIGNED(CONFLICT, "该笔缴费已有归属"),
    ASSIGNMENT_NOT_STANDING(CONFLICT, "没有可撤销的归属"),
    ASSIGNMENT_UNDO_PROPOSED(CONFLICT, "撤销归属已有人提出"),
    ASSIGNMENT_UNDO_NEEDS_TWO_PERSONS(CONFLICT, "撤销归属须由另一人复核"),
    FILE_LINE_NOT_WAITING(CONFLICT, "该行不在等待原缴费"),
    PAYMENT_FILE_MISSING(INVALID, "没有上传税务文件"),
    PAYMENT_FILE_ENCODING(UNPROCESSABLE, "税务文件的编码不能识别或混用"),
    PAYMENT_FILE_MALFORMED(UNPROCESSABLE, "税务文件的格式不对"),
    PAYMENT_FILE_TRUNCATED(UNPROCESSABLE, "税务文件不完整"),
    PAYMENT_FILE_TOTALS_WRONG(UNPROCESSABLE, "税务文件的尾行与明细不符"),
    PAYMENT_FILE_CHECKSUM_WRONG(UNPROCESSABLE, "税务文件的校验值不符"),
    PAYMENT_FILE_NUMBER_REUSED(CONFLICT, "文件序号已用于另一内容的文件"),
    TREASURY_CONFIRMATION_DIFFERS(CONFLICT, "国库确认与已记的不符"),
    TREASURY_CONFIRMATION_REVERSED(CONFLICT, "该国库确认已冲销"),
    TREASURY_STAGE_UNFIT(CONFLICT, "国库确认的先后或金额不对"),
    TREASURY_REVERSAL_NEEDS_TWO_PERSONS(CONFLICT, "国库确认的冲销须由另一人复核"),
    TREASURY_REVERSAL_ALREADY_PROPOSED(CONFLICT, "该国库确认已有待复核的冲销"),
    TREASURY_REVERSAL_ALREADY_DECIDED(CONFLICT, "该冲销已复核"),
    TREASURY_REVERSAL_UNFIT(CONFLICT, "该国库确认现在不能冲销"),
    RECONCILIATION_TOTALS_WRONG(UNPROCESSABLE, "对账总额与明细不符"),
    RECONCILIATION_DETAILS_WANTED(UNPROCESSABLE, "须送对账明细"),
    RECONCILIATION_DAY_CLOSED(CONFLICT, "对账日已关闭"),
    RECONCILIATION_STATE_UNFIT(CONFLICT, "对账批次的状态不允许此操作"),
    RECONCILIATION_NEEDS_TWO_PERSONS(CONFLICT, "对账批次须由两人签认"),
    RECONCILIATION_STALE(CONFLICT, "对账之后又有记录到达"),
    RECONCILIATION_CLOSED(CONFLICT, "对账批次已关闭"),
    RECONCILIATION_HAS_OPEN_DIFFERENCES(CONFLICT, "对账批次还有未处理的差异"),
    DIFFERENCE_NOT_DONE(CONFLICT, "所说的处理尚未办理"),
    DIFFERENCE_ACTION_UNFIT(UNPROCESSABLE, "处理方式不适用于该类差异"),
    FUND_DUE_NOTHING(UNPROCESSABLE, "没有可结算的资助款"),
    FUND_DUE_UNKNOWN(UNPROCESSABLE, "没有此应收款"),
    FUND_DUE_NEEDS_TWO_PERSONS(CONFLICT, "应收冲销须由另一人办理"),
    FUND_DUE_HAS_RECEIPTS(CONFLICT, "该笔应收款已有到账"),
    FUND_DUE_REVERSED(CONFLICT, "该笔应收款已冲销"),
    AID_PAYOUT_STATE_UNFIT(CONFLICT, "异地参保资助的拨付状态不允许此操作"),
    AID_PAYOUT_NEEDS_TWO_PERSONS(CONFLICT, "异地参保资助的拨付须由另一人复核"),
    AID_PAYOUT_DOCUMENT_REUSED(CONFLICT, "付款单号或收款单号已用于另一笔异地参保资助"),
    FUND_RECEIPT_DOCUMENT_REUSED(CONFLICT, "到账单号已用于另一笔到账"),
    FUND_RECEIPT_NEEDS_TWO_PERSONS(CONFLICT, "到账冲销须由另一人办理"),
    FUND_RECEIPT_REVERSED(CONFLICT, "该笔到账已冲销"),
    FUND_INCOME_NOT_ADMITTED(UNPROCESSABLE, "条文没有这种基金收入"),
    PERIOD_NOT_OVER(UNPROCESSABLE, "会计期间尚未结束"),
    PERIOD_EARLIER_OPEN(CONFLICT, "更早的会计期间尚未结账"),
    PERIOD_CLOSED(CONFLICT, "会计期间已结账"),
    PERIOD_NEEDS_TWO_PERSONS(CONFLICT, "结账须由两人办理"),
    LIST_TOO_LONG(UNPROCESSABLE, "清单过长"),
    NOTHING_TO_PROVE(UNPROCESSABLE, "没有可证明的缴费"),
    HISTORY_NEEDS_TWO_PERSONS(CONFLICT, "参保中断与修复的认定须由另一人复核"),
    HISTORY_ALREADY_PROPOSED(CONFLICT, "该人该年度已有待复核的认定"),
    HISTORY_ALREADY_DECIDED(CONFLICT, "该认定已复核"),
    REFUND_NOT_ALLOWED(UNPROCESSABLE, "不符合退费条件"),
    REFUND_IN_PROGRESS(CONFLICT, "该笔缴费正在退费"),
    REFUND_NEEDS_TWO_PERSONS(CONFLICT, "退费须由另一人复核"),
    REFUND_EXCEEDS_PAYMENT(CONFLICT, "退费超过已缴金额"),
    REFUND_PAYEE_CHANGED(CONFLICT, "待采用的收款账户已改"),
    REFUND_PAYEE_UNFIT(UNPROCESSABLE, "收款人不符合要求"),
    REFUND_DOCUMENT_UNFIT(UNPROCESSABLE, "退费材料不符合要求"),
    REFUND_DOCUMENT_MISSING(CONFLICT, "退费材料不全"),
    REFUND_VERDICT_CHANGED(CONFLICT, "退费的审核意见已不成立"),
    REFUND_STATE_UNFIT(CONFLICT, "退费单的状态不允许此操作"),
    REFUND_DOCUMENT_REUSED(CONFLICT, "退库单号已用于另一退费单");

    private final ProblemKind kind;
    private final String title;

    ContributionProblem(ProblemKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
