package jumin.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import jumin.platform.problem.Constraints;
import jumin.platform.problem.ProblemCode;

/** Which rule of the database is which problem. */
@ApplicationScoped
public class ClaimsConstraints implements Constraints {

    @Override
    public Map<String, ProblemCode> problems() {
        return Map.ofEntries(
                Map.entry("agreement_is_with_a_known_provider", ClaimsProblem.PROVIDER_UNKNOWN),
                Map.entry("provider_item_code_provider_fkey", ClaimsProblem.PROVIDER_UNKNOWN),
                Map.entry("agreement_ends_after_it_begins", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                Map.entry("one_agreement_per_provider_qualification_and_day", ClaimsProblem.AGREEMENT_OVERLAPS),
                Map.entry("one_catalogue_version_per_item_and_day", ClaimsProblem.CATALOGUE_VERSION_OVERLAPS),
                Map.entry("provider_level_is_known", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                Map.entry("pharmacies_take_nobody_in", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                Map.entry("provider_lies_in_its_area", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                Map.entry("catalogue_item_item_class_check", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                Map.entry("catalogue_item_kind_check", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                Map.entry("catalogue_item_uses_are_known", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                Map.entry("one_statement_per_provider_fund_and_month", ClaimsProblem.STATEMENT_EXISTS),
                Map.entry("one_open_release_per_provider_fund_and_year", ClaimsProblem.RETENTION_STATE_DIFFERS),
                Map.entry("one_open_agency_reversal", ClaimsProblem.REVERSAL_STATE_DIFFERS),
                Map.entry("encounter_leave_pkey", ClaimsProblem.LEAVE_EXISTS),
                Map.entry("suspension_ends_after_it_begins", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                Map.entry("filing_ends_after_it_begins", ClaimsProblem.FILING_VALUE_UNKNOWN),
                Map.entry("one_import_per_file", ClaimsProblem.CATALOGUE_FILE_LOADED),
                Map.entry("doctor_ends_after_beginning", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                Map.entry("one_settlement_per_message", ClaimsProblem.SETTLEMENT_EXISTS),
                Map.entry("one_payout_receipt_per_voucher", ClaimsProblem.RECEIPT_EXISTS),
                Map.entry("one_receipt_per_voucher", ClaimsProblem.RECEIPT_EXISTS),
                Map.entry("recourse_is_waived_by_another", ClaimsProblem.RECOURSE_NEEDS_TWO_PERSONS),
                Map.entry("one_payment_per_bill", ClaimsProblem.BILL_ALREADY_SETTLED),
                Map.entry("one_reversal_per_settlement", ClaimsProblem.ALREADY_REVERSED));
    }
}
