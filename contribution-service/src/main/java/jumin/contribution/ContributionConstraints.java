package jumin.contribution;

import static java.util.Map.entry;
import static jumin.platform.problem.Constraints.Advice.at;
import static jumin.platform.problem.Constraints.Advice.of;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import jumin.platform.problem.Constraints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemCode;

/** Which problem a violated constraint is. */
@ApplicationScoped
public class ContributionConstraints implements Constraints {

    @Override
    public Map<String, ProblemCode> problems() {
        return Map.ofEntries(
                entry("standard_needs_two_persons", ContributionProblem.STANDARD_NEEDS_TWO_PERSONS),
                entry("one_open_proposal_per_area_year", ContributionProblem.STANDARD_ALREADY_PROPOSED),
                entry("one_standard_version", ContributionProblem.STANDARD_ALREADY_PROPOSED),
                entry("one_standard_in_force_per_area_year", ContributionProblem.STANDARD_ALREADY_DECIDED),
                entry("standard_window_runs_forward", ContributionProblem.STANDARD_WINDOW_INVALID),
                entry("fiscal_levels_add_up", ContributionProblem.STANDARD_LEVELS_WRONG),
                entry("standard_extension_runs_forward", ContributionProblem.STANDARD_WINDOW_INVALID),
                entry("acceptance_needs_two_persons", ContributionProblem.ACCEPTANCE_NEEDS_TWO_PERSONS),
                entry("one_open_acceptance_per_area", ContributionProblem.ACCEPTANCE_ALREADY_PROPOSED),
                entry("one_acceptance_version", ContributionProblem.ACCEPTANCE_ALREADY_PROPOSED),
                entry("one_acceptance_in_force_per_area", ContributionProblem.ACCEPTANCE_ALREADY_DECIDED),
                entry("one_tax_organ_per_division", ContributionProblem.TAX_ORGAN_DIVISION_TAKEN),
                entry("one_payment_per_voucher", ContributionProblem.PAYMENT_VOUCHER_REUSED),
                entry("one_reversal_per_payment", ContributionProblem.PAYMENT_ALREADY_REVERSED),
                entry("one_payment_file_per_number", ContributionProblem.PAYMENT_FILE_NUMBER_REUSED),
                entry("refund_within_what_was_paid", ContributionProblem.REFUND_EXCEEDS_PAYMENT),
                entry("one_open_refund_per_payment", ContributionProblem.REFUND_IN_PROGRESS),
                entry("refund_needs_two_persons", ContributionProblem.REFUND_NEEDS_TWO_PERSONS),
                entry("refund_payee_needs_two_persons", ContributionProblem.REFUND_NEEDS_TWO_PERSONS),
                entry("history_needs_two_persons", ContributionProblem.HISTORY_NEEDS_TWO_PERSONS),
                entry("one_open_history_statement", ContributionProblem.HISTORY_ALREADY_PROPOSED),
                entry("assignment_undo_needs_two_persons", ContributionProblem.ASSIGNMENT_UNDO_NEEDS_TWO_PERSONS),
                entry("treasury_reversal_needs_two_persons", ContributionProblem.TREASURY_REVERSAL_NEEDS_TWO_PERSONS),
                entry("one_open_treasury_reversal", ContributionProblem.TREASURY_REVERSAL_ALREADY_PROPOSED),
                entry("one_refund_per_document", ContributionProblem.REFUND_DOCUMENT_REUSED),
                entry("bounced_document_is_used_up", ContributionProblem.REFUND_DOCUMENT_REUSED),
                entry("aid_payout_needs_two_persons", ContributionProblem.AID_PAYOUT_NEEDS_TWO_PERSONS),
                entry("one_aid_payout_per_document", ContributionProblem.AID_PAYOUT_DOCUMENT_REUSED),
                entry("one_aid_recovery_per_document", ContributionProblem.AID_PAYOUT_DOCUMENT_REUSED),
                entry("one_aid_receipt_per_document", ContributionProblem.AID_PAYOUT_DOCUMENT_REUSED),
                entry("reconciliation_needs_two_signatures", ContributionProblem.RECONCILIATION_NEEDS_TWO_PERSONS),
                entry("one_receipt_per_document", ContributionProblem.FUND_RECEIPT_DOCUMENT_REUSED),
                entry("one_bill_per_posting", PlatformProblem.CONCURRENT_CHANGE),
                entry("due_reversal_needs_two_persons", ContributionProblem.FUND_DUE_NEEDS_TWO_PERSONS),
                entry("receipt_reversal_needs_two_persons", ContributionProblem.FUND_RECEIPT_NEEDS_TWO_PERSONS),
                entry("period_close_needs_two_persons", ContributionProblem.PERIOD_NEEDS_TWO_PERSONS),
                entry("one_closing_per_day", ContributionProblem.RECONCILIATION_DAY_CLOSED),
                entry("closed_run_never_changes", ContributionProblem.RECONCILIATION_CLOSED));
    }

    @Override
    public Map<String, Advice> advice() {
        return Map.ofEntries(
                entry("one_open_proposal_per_area_year", of("请先审批或退回原来的标准。")),
                entry("one_standard_version", of("另一人刚提出了同一版本，请刷新后再拟定。")),
                entry("one_standard_in_force_per_area_year", of("另一人刚公布了该年度的标准，请刷新查看。")),
                entry("standard_window_runs_forward", at("window_to", "终止日须不早于起始日。")),
                entry("standard_extension_runs_forward", at("extended_to", "延长后的终止日须晚于原终止日。")),
                entry("fiscal_levels_add_up", at("fiscal_subsidy", "各级分担之和须等于财政补助。")),
                entry("one_open_acceptance_per_area", of("请先审批或退回原来的确认。")),
                entry("one_tax_organ_per_division", at("division_path", "请换一个区划，或在原来的机关上更改。")),
                entry("one_payment_per_voucher", at("voucher_no", "更正请先冲正，再用新的税票号。")),
                entry("one_reversal_per_payment", at("reverses", "该税票已有一笔冲正，无需再报；请刷新查看。")),
                entry("one_payment_file_per_number", of("内容有更正的，请用下一个文件序号重发。")),
                entry("refund_within_what_was_paid", of("请刷新，按该笔缴费现在的余额重新申请。")),
                entry("one_open_refund_per_payment", of("请先办结或退回该笔缴费上原来的退费。")),
                entry("one_open_history_statement", at("benefit_year", "请先由另一人复核原来的认定。")),
                entry("one_open_treasury_reversal", of("请先由另一人复核原来的冲销申请。")),
                entry("one_refund_per_document", at("document_no", "请核对退库单号；它已报告过另一张退费单。")),
                entry("one_receipt_per_document", at("document_no", "请在到账清单中查看；登记错的先冲销，再重新登记。")),
                entry("one_aid_payout_per_document", at("document_no", "请核对付款单号；它已报告过另一笔资助。")),
                entry("one_aid_receipt_per_document", at("document_no", "请核对收款单号；它已报告过另一笔资助。")),
                entry("one_aid_recovery_per_document", at("document_no", "请核对收款单号；它已报告过另一笔资助。")),
                entry("one_closing_per_day", of("该日已随另一批次关闭；迟到的记录在开放日的批次中处理。")),
                entry("closed_run_never_changes", of("已关闭的不再更改；更正在下一批对账中办理。")));
    }
}
