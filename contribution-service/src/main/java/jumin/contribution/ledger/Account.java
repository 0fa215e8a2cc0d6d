package jumin.contribution.ledger;

/** 会计科目 of the fund's income side; spending, allocation and risk fund come later as further accounts. */
public enum Account {
    RECEIVABLE("应收个人缴费"),
    SUBSIDY_DUE("应收资助参保款"),
    CONTRIBUTION_INCOME("个人缴费收入"),
    SUBSIDY_INCOME("资助参保收入"),
    /** In transit: collected, not yet in the treasury. */
    TAX_ORGAN("税务机关（已收款，在途）"),
    TREASURY("国库（已入库）"),
    FISCAL_ACCOUNT("财政专户（已上解）"),
    SUSPENSE("暂存款"),
    REFUND_PAYABLE("应付退费");

    private final String title;

    Account(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
