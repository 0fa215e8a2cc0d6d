package jumin.claims;

import static jumin.platform.problem.ProblemKind.*;

import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemKind;

/** Problems of this service. Codes are frozen once published. */
public enum ClaimsProblem implements ProblemCode {
    PROVIDER_UNKNOWN(UNPROCESSABLE, "没有此医药机构"),
    AGREEMENT_OVERLAPS(CONFLICT, "服务协议日期重叠"),
    AGREEMENT_DATES_REVERSED(INVALID, "服务协议终止日早于起始日"),
    CATALOGUE_VERSION_OVERLAPS(CONFLICT, "目录版本日期重叠"),
    CATALOGUE_ITEM_REPEATED(INVALID, "目录项目重复"),
    CATALOGUE_VALUE_UNKNOWN(INVALID, "目录字段取值不在规定范围"),
    PROVIDER_VALUE_UNKNOWN(INVALID, "机构字段取值不在规定范围"),
    PERSON_NOT_IDENTIFIED(UNPROCESSABLE, "不能确认参保人身份"),
    ENTITLEMENT_UNDETERMINED(UNPROCESSABLE, "暂不能判定待遇"),
    LAW_NOT_LOADED(UNPROCESSABLE, "没有该统筹区的法规数据"),
    CARE_TYPE_UNKNOWN(INVALID, "不认识的医疗类别"),
    CIRCUMSTANCE_NOT_KNOWN(INVALID, "就诊情形取值不在规定范围"),
    CARE_DATES_INVALID(INVALID, "就诊日期不符合要求"),
    ITEM_AMOUNT_DIFFERS(INVALID, "明细金额与数量乘单价不符"),
    ITEM_LINE_REPEATED(INVALID, "明细行号重复"),
    TOTAL_DIFFERS(INVALID, "总额与明细合计不符"),
    AMOUNT_OUT_OF_RANGE(INVALID, "金额超出范围"),
    SETTLEMENT_EXISTS(CONFLICT, "该报文已结算"),
    BILL_ALREADY_SETTLED(CONFLICT, "该账单已支付"),
    SETTLEMENT_NOT_REVERSIBLE(CONFLICT, "该记录不能冲正"),
    ALREADY_REVERSED(CONFLICT, "该结算已冲正"),
    SETTLEMENT_HAS_SUCCESSORS(CONFLICT, "后续结算以此为基础"),
    FILING_VALUE_UNKNOWN(INVALID, "备案内容取值不在规定范围"),
    FILING_STATE_DIFFERS(CONFLICT, "备案不在可办理的状态"),
    FILING_NEEDS_TWO_PERSONS(CONFLICT, "认定须由另一人审批"),
    RECOGNITION_MISSING(UNPROCESSABLE, "没有有效的认定"),
    REVIEW_RULE_UNKNOWN(INVALID, "没有此审核规则"),
    FINDING_STATE_DIFFERS(CONFLICT, "疑点不在可办理的状态"),
    FINDING_TIME_OVER(CONFLICT, "申辩、申诉已过期"),
    FINDING_NEEDS_TWO_PERSONS(CONFLICT, "疑点须由另一人裁定"),
    ENCOUNTER_NOT_OPEN(CONFLICT, "就诊登记不在可办理的状态"),
    ENCOUNTER_DIFFERS(UNPROCESSABLE, "账单与就诊登记不符"),
    INTERIM_BILL_NOT_ALLOWED(UNPROCESSABLE, "没有中途结账的规定"),
    PAYOUT_STATE_DIFFERS(CONFLICT, "该笔款项不在可办理的状态"),
    ACCOUNT_NEEDS_OTHER_PERSON(CONFLICT, "收款账户须由另一人确认"),
    NOTHING_TO_PAY(CONFLICT, "没有待支付的款项"),
    RETURN_FILE_UNREADABLE(INVALID, "回盘文件不能采用"),
    RETURN_FILE_DIFFERS(UNPROCESSABLE, "回盘与批次不符"),
    CARE_ALREADY_CLAIMED(CONFLICT, "该费用已结算或已在申请中"),
    DOCUMENTS_MISSING(UNPROCESSABLE, "材料不全"),
    REFUSAL_UNFOUNDED(UNPROCESSABLE, "没有不予报销的理由"),
    CLAIM_LATE(UNPROCESSABLE, "超过申请期限"),
    MANUAL_STATE_DIFFERS(CONFLICT, "申请不在可办理的状态"),
    MANUAL_NEEDS_OTHER_PERSON(CONFLICT, "须由不同的人办理"),
    NOTICE_NOT_DUE(CONFLICT, "没有不予支付通知书"),
    MONTH_NOT_OVER(INVALID, "月份尚未结束"),
    STATEMENT_EXISTS(CONFLICT, "该月结算单已生成"),
    STATEMENT_STATE_DIFFERS(CONFLICT, "结算单不在可办理的状态"),
    STATEMENT_NEEDS_TWO_PERSONS(CONFLICT, "结算单须由另一人复核"),
    YEAR_NOT_OVER(INVALID, "年度尚未结束"),
    SHARE_DIFFERS(INVALID, "比例不符合规定或协议"),
    NOTHING_RETAINED(CONFLICT, "没有可处理的预留"),
    RETENTION_STATE_DIFFERS(CONFLICT, "预留返还不在可办理的状态"),
    RETENTION_NEEDS_TWO_PERSONS(CONFLICT, "预留返还须由另一人复核"),
    REVERSAL_STATE_DIFFERS(CONFLICT, "该冲正申请不在可办理的状态"),
    REVERSAL_NEEDS_TWO_PERSONS(CONFLICT, "经办机构冲正须由另一人批准"),
    LEAVE_EXISTS(CONFLICT, "该时间已登记请假"),
    CATALOGUE_FILE_UNREADABLE(INVALID, "目录文件不能读取"),
    CATALOGUE_FILE_LOADED(CONFLICT, "此文件已导入"),
    RECOURSE_STATE_DIFFERS(CONFLICT, "该笔追偿不在可办理的状态"),
    RECOURSE_NEEDS_TWO_PERSONS(CONFLICT, "不再追偿须由另一人批准"),
    RECEIPT_EXISTS(CONFLICT, "该凭证已登记"),
    RECEIPT_NEEDS_OTHER_PERSON(CONFLICT, "到账须由登记人以外的人冲销"),
    RECEIPT_NOT_REVERSIBLE(CONFLICT, "该笔到账不能冲销"),
    BILL_FILE_UNREADABLE(INVALID, "费用明细文件不能读取"),
    PAYEE_NOT_ALLOWED(UNPROCESSABLE, "收款人不符合规定"),
    RELEASE_NOT_KEPT(UNPROCESSABLE, "没有保存该规则版本"),
    ACCOUNT_CHANGED(CONFLICT, "查看以后收款账户又有变动"),
    FILING_EXISTS(CONFLICT, "同样的备案已经有了"),
    VERIFICATION_STATE_DIFFERS(CONFLICT, "待核实事项不在可办理的状态"),
    VERIFICATION_WITHOUT_CAUSE(UNPROCESSABLE, "没有据以改变金额的疑点或重算"),
    PROVIDER_ACCOUNT_NOT_CORRECTED(CONFLICT, "退汇后机构收款账户尚未更正并确认"),
    REDO_ITEM_STATE_DIFFERS(CONFLICT, "待重算的一行不在可办理的状态"),
    PROVIDER_ACCOUNT_DIFFERS(CONFLICT, "拨付的账户与已确认的收款账户不符"),
    VOUCHER_USED(CONFLICT, "该凭证的拨付已登记过"),
    LIST_TOO_LONG(UNPROCESSABLE, "清单过长");

    private final ProblemKind kind;
    private final String title;

    ClaimsProblem(ProblemKind kind, String title) {
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
