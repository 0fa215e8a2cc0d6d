package jumin.contribution;

import static java.util.Map.entry;

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
                entry("reconciliation_needs_two_signatures", ContributionProblem.RECONCILIATION_NEEDS_TWO_PERSONS),
                entry("one_receipt_per_document", ContributionProblem.FUND_RECEIPT_DOCUMENT_REUSED),
                entry("one_bill_per_posting", PlatformProblem.CONCURRENT_CHANGE),
                entry("due_reversal_needs_two_persons", ContributionProblem.FUND_DUE_NEEDS_TWO_PERSONS),
                entry("receipt_reversal_needs_two_persons", ContributionProblem.FUND_RECEIPT_NEEDS_TWO_PERSONS),
                entry("period_close_needs_two_persons", ContributionProblem.PERIOD_NEEDS_TWO_PERSONS),
                entry("one_closing_per_day", ContributionProblem.RECONCILIATION_DAY_CLOSED),
                entry("closed_run_never_changes", ContributionProblem.RECONCILIATION_CLOSED));
    }
}
