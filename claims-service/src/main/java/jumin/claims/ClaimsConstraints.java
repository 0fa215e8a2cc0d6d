package jumin.claims;

import static java.util.Map.entry;
import static jumin.platform.problem.Constraints.Advice.at;
import static jumin.platform.problem.Constraints.Advice.of;

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
                entry("agreement_is_with_a_known_provider", ClaimsProblem.PROVIDER_UNKNOWN),
                entry("provider_item_code_provider_fkey", ClaimsProblem.PROVIDER_UNKNOWN),
                entry("agreement_ends_after_it_begins", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                entry("one_agreement_per_provider_qualification_and_day", ClaimsProblem.AGREEMENT_OVERLAPS),
                entry("one_catalogue_version_per_item_and_day", ClaimsProblem.CATALOGUE_VERSION_OVERLAPS),
                entry("provider_level_is_known", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                entry("pharmacies_take_nobody_in", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                entry("provider_lies_in_its_area", ClaimsProblem.PROVIDER_VALUE_UNKNOWN),
                entry("catalogue_item_item_class_check", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                entry("catalogue_item_kind_check", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                entry("catalogue_item_uses_are_known", ClaimsProblem.CATALOGUE_VALUE_UNKNOWN),
                entry("one_statement_per_provider_fund_and_month", ClaimsProblem.STATEMENT_EXISTS),
                entry("one_open_release_per_provider_fund_and_year", ClaimsProblem.RETENTION_STATE_DIFFERS),
                entry("one_open_agency_reversal", ClaimsProblem.REVERSAL_STATE_DIFFERS),
                entry("encounter_leave_pkey", ClaimsProblem.LEAVE_EXISTS),
                entry("suspension_ends_after_it_begins", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                entry("filing_ends_after_it_begins", ClaimsProblem.FILING_VALUE_UNKNOWN),
                entry("one_import_per_file", ClaimsProblem.CATALOGUE_FILE_LOADED),
                entry("doctor_ends_after_beginning", ClaimsProblem.AGREEMENT_DATES_REVERSED),
                entry("one_settlement_per_message", ClaimsProblem.SETTLEMENT_EXISTS),
                entry("one_payout_receipt_per_voucher", ClaimsProblem.RECEIPT_EXISTS),
                entry("one_receipt_per_voucher", ClaimsProblem.RECEIPT_EXISTS),
                entry("recourse_is_waived_by_another", ClaimsProblem.RECOURSE_NEEDS_TWO_PERSONS),
                entry("one_payment_per_bill", ClaimsProblem.BILL_ALREADY_SETTLED),
                entry("finding_is_decided_by_another", ClaimsProblem.FINDING_NEEDS_TWO_PERSONS),
                entry("appeal_is_decided_by_another", ClaimsProblem.FINDING_NEEDS_TWO_PERSONS),
                entry("filing_is_decided_by_another", ClaimsProblem.FILING_NEEDS_TWO_PERSONS),
                entry("manual_claim_goes_through_three_hands", ClaimsProblem.MANUAL_NEEDS_OTHER_PERSON),
                entry("refusal_is_reopened_by_another", ClaimsProblem.MANUAL_NEEDS_OTHER_PERSON),
                entry("who_corrects_does_not_review", ClaimsProblem.MANUAL_NEEDS_OTHER_PERSON),
                entry("statement_is_approved_by_another", ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS),
                entry("statement_is_rejected_by_another", ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS),
                entry("approval_is_withdrawn_by_another", ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS),
                entry("release_is_decided_by_another", ClaimsProblem.RETENTION_NEEDS_TWO_PERSONS),
                entry("agency_reversal_is_decided_by_another", ClaimsProblem.REVERSAL_NEEDS_TWO_PERSONS),
                entry("payout_account_by_two", ClaimsProblem.ACCOUNT_NEEDS_OTHER_PERSON),
                entry("leave_ends_after_it_begins", ClaimsProblem.CARE_DATES_INVALID),
                entry("one_filing_of_the_same", ClaimsProblem.FILING_EXISTS),
                entry("provider_account_is_confirmed_by_another", ClaimsProblem.ACCOUNT_NEEDS_OTHER_PERSON),
                entry("one_provider_payment_per_voucher", ClaimsProblem.VOUCHER_USED),
                entry("one_return_of_a_payment", ClaimsProblem.STATEMENT_STATE_DIFFERS),
                entry("one_reversal_per_settlement", ClaimsProblem.ALREADY_REVERSED));
    }

    @Override
    public Map<String, Advice> advice() {
        return Map.ofEntries(
                entry("agreement_is_with_a_known_provider", of("请先登记该机构（POST /providers），再登记协议。")),
                entry("provider_item_code_provider_fkey", of("请先登记该机构，再提交它的目录对照。")),
                entry("agreement_ends_after_it_begins", at("valid_to", "终止日须不早于生效日；长期有效的不填。")),
                entry("suspension_ends_after_it_begins", at("valid_to", "暂停止日须不早于起始日；登记错的撤销，写起始日的前一天。")),
                entry("doctor_ends_after_beginning", at("valid_to", "终止日须不早于起始日；仍在服务的不填。")),
                entry("filing_ends_after_it_begins", at("valid_to", "有效期止须不早于有效期起；长期有效的不填。")),
                entry("leave_ends_after_it_begins", at("back_at", "返院时间须晚于离院时间。")),
                entry(
                        "one_agreement_per_provider_qualification_and_day",
                        at("valid_from", "请查看该机构同一资格已有的协议：续签的从原协议终止的次日起，更改的用原来的生效日重新提交。")),
                entry("one_catalogue_version_per_item_and_day", of("请查看该项目已有的版本：新版本从原版本终止的次日起，更正的用原来的生效日重新提交。")),
                entry("provider_level_is_known", at("level", "级别须是接口文档列出的之一；药店（P 开头的编号）不填级别。")),
                entry("pharmacies_take_nobody_in", at("qualification", "药店不能有住院资格，请改为普通门诊、门诊慢特病或双通道药品。")),
                entry("provider_lies_in_its_area", at("division_path", "所在区划须在机构的统筹区之内，如 990100/990102/。")),
                entry("catalogue_item_item_class_check", at("item_class", "收费项目等级须是 A 甲、B 乙、C 丙之一。")),
                entry("catalogue_item_kind_check", at("kind", "项目种类须是接口文档列出的之一。")),
                entry("catalogue_item_uses_are_known", of("限定支付范围里的用途须是接口文档列出的之一。")),
                entry("one_statement_per_provider_fund_and_month", at("month", "请在月度结算单的清单中查看；有误的先由另一人退回，再重新生成。")),
                entry("one_open_release_per_provider_fund_and_year", at("year", "请先由另一人复核该年度原来提出的预留返还。")),
                entry("one_open_agency_reversal", of("该结算已有一件待批准的冲正申请，请先由另一人办结。")),
                entry("encounter_leave_pkey", at("left_at", "该离院时间已登记过；登记错的请核对后另填离院时间。")),
                entry("one_import_per_file", of("请查看原来的导入任务；内容有更正的，请提交更正后的文件。")),
                entry("one_settlement_per_message", of("请按报文编号查询原来的结果；另一笔业务请换新的报文编号。")),
                entry("one_payout_receipt_per_voucher", at("voucher", "请核对凭证号；同一凭证已在这笔追回上登记过。")),
                entry("one_receipt_per_voucher", at("voucher", "请核对凭证号；同一凭证已在这笔追偿上登记过。")),
                entry("one_payment_per_bill", of("请查询该账单原来的结算；账单有更正的，先冲正原来的，再重新结算。")),
                entry("one_reversal_per_settlement", of("无需再冲正；请刷新，查看原来的冲正。")),
                entry(
                        "one_provider_payment_per_voucher",
                        at("voucher", "同一凭证在这笔应付上已登记过拨付：退汇后再付的填写本次拨付的凭证号；退汇登记有误的请撤销退汇。")),
                entry("one_return_of_a_payment", of("该笔拨付的退汇已登记，请刷新查看。")),
                entry("one_filing_of_the_same", at("valid_from", "请在此人的备案清单中查看；期限有变的，先终止原来的。")),
                entry("finding_is_decided_by_another", of("请由提出疑点以外的人裁定。")),
                entry("appeal_is_decided_by_another", of("请由原来裁定以外的人裁定申诉。")),
                entry("filing_is_decided_by_another", of("请由登记以外的人审批。")),
                entry("manual_claim_goes_through_three_hands", of("请由没有经办过此件的人办理。")),
                entry("refusal_is_reopened_by_another", of("请由决定不予报销以外的人办理。")),
                entry("who_corrects_does_not_review", of("请由补正以外的人审核。")),
                entry("statement_is_approved_by_another", of("请由生成以外的人复核。")),
                entry("statement_is_rejected_by_another", of("请由生成以外的人退回。")),
                entry("approval_is_withdrawn_by_another", of("请由复核以外的人撤回。")),
                entry("release_is_decided_by_another", of("请由提出以外的人复核。")),
                entry("agency_reversal_is_decided_by_another", of("请由提出以外的人批准。")),
                entry("recourse_is_waived_by_another", of("请由提出以外的人批准。")),
                entry("payout_account_by_two", of("请由填写以外的人核对、确认。")),
                entry("provider_account_is_confirmed_by_another", of("请由填写以外的人核对、确认。")));
    }
}
