package jumin.contribution.treasury;

import jumin.contribution.ledger.Account;

/** 入库、上解、退回: each moves the money of a voucher one station on. */
public enum TreasuryStage {
    RECEIVED("入库", Account.TAX_ORGAN, Account.TREASURY),
    REMITTED("上解", Account.TREASURY, Account.FISCAL_ACCOUNT),
    RETURNED("退回税务机关", Account.TREASURY, Account.TAX_ORGAN);

    private final String title;
    private final Account from;
    private final Account to;

    TreasuryStage(String title, Account from, Account to) {
        this.title = title;
        this.from = from;
        this.to = to;
    }

    public String title() {
        return title;
    }

    Account from() {
        return from;
    }

    Account to() {
        return to;
    }
}
