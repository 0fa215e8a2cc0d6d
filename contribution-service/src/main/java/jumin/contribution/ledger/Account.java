package jumin.contribution.ledger;

/** 会计科目. Allocation, budget and risk fund come later as further accounts. */
public enum Account {
    RECEIVABLE("应收个人缴费"),
    SUBSIDY_DUE("应收资助参保款"),
    CONTRIBUTION_INCOME("个人缴费收入"),
    SUBSIDY_INCOME("资助参保收入"),
    /** In transit: collected, not yet in the treasury. */
    TAX_ORGAN("税务机关（已收款，在途）"),
    TREASURY("国库（已入库）"),
    FISCAL_ACCOUNT("财政专户（已上解）"),
    EXPENDITURE_ACCOUNT("支出户"),
    SUSPENSE("暂存款"),
    REFUND_PAYABLE("应付退费"),
    /** Paid in the department's place to whoever is insured elsewhere: no income and no benefit of the fund. */
    AID_PAYABLE("应付异地参保资助"),
    AID_RECOVERABLE("应追回的异地参保资助"),
    /** Between the sub-books of a city: above zero is owed to the county by the others. All books together are always zero. */
    COUNTY_CLEARING("县区往来"),
    GOVERNMENT_SUBSIDY_DUE("应收财政补助"),
    GOVERNMENT_SUBSIDY_INCOME("财政补助收入"),
    INTEREST_INCOME("利息收入"),
    DONATION_INCOME("捐助收入"),
    TRANSFER_INCOME("转移收入"),
    OTHER_INCOME("其他收入"),
    POOL_BENEFITS("统筹基金待遇支出"),
    CRITICAL_ILLNESS_BENEFITS("大病保险待遇支出"),
    ASSISTANCE_BENEFITS("医疗救助支出"),
    /** What was refused of claims in the end: takes back from the expenditure, for all funds together. */
    BENEFIT_DEDUCTIONS("审核扣减（冲减待遇支出）"),
    PROVIDER_PAYABLE("应付定点医药机构"),
    PROVIDER_RETENTION("定点医药机构预留金"),
    PERSON_PAYABLE("应付个人待遇"),
    PERSON_RECOVERABLE("应向个人追回的待遇"),
    /** What the fund had advanced in the third party's place takes back from the expenditure when it comes in. */
    THIRD_PARTY_RECOVERED("向第三人追回的先行支付（冲减待遇支出）");

    private final String title;

    Account(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
