package jumin.contribution.payment;

import jumin.regulation.Money;

/** 款项现状: where the money of a payment lies today, and what is to be done; the state at receipt is {@link PaymentOutcome}. */
public enum MoneyState {
    REVERSED("已冲正", "无需处理"),
    REFUNDED("已退或正在退", "无需处理"),
    IN_LEVY("已计入应缴", "无需处理"),
    /** In the levy, which is not paid in full yet. */
    SHORT(PaymentOutcome.SHORT),
    SURPLUS(PaymentOutcome.SURPLUS),
    TWICE(PaymentOutcome.TWICE),
    NOBODY(PaymentOutcome.NOBODY),
    FOR_ANOTHER(PaymentOutcome.FOR_ANOTHER),
    NOT_REGISTERED(PaymentOutcome.NOT_REGISTERED),
    BEFORE_WINDOW(PaymentOutcome.BEFORE_WINDOW);

    private final String title;
    private final String advice;

    MoneyState(PaymentOutcome asReceived) {
        this(asReceived.title(), asReceived.advice());
    }

    MoneyState(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }

    /**
     * What the books say.
     *
     * @param asReceived tells money that names two persons from money that names nobody
     * @param due what the person owes for the year; zero without a levy
     * @param paid of it, by all the person's payments
     */
    record Facts(
            PaymentOutcome asReceived,
            boolean owned,
            boolean reversed,
            boolean held,
            boolean levied,
            Money amount,
            Money allocated,
            Money refunded,
            Money due,
            Money paid) {}

    static MoneyState of(Facts facts) {
        if (facts.reversed()) {
            return REVERSED;
        }
        var waiting = facts.amount().minus(facts.refunded()).minus(facts.allocated());
        if (waiting.isZero()) {
            return settled(facts);
        }
        if (!facts.owned()) {
            return facts.asReceived() == PaymentOutcome.FOR_ANOTHER ? FOR_ANOTHER : NOBODY;
        }
        if (facts.held()) {
            return BEFORE_WINDOW;
        }
        if (!facts.levied()) {
            return NOT_REGISTERED;
        }
        return facts.allocated().isZero() && !facts.due().isZero() ? TWICE : SURPLUS;
    }

    private static MoneyState settled(Facts facts) {
        if (facts.allocated().isZero()) {
            return REFUNDED;
        }
        return facts.due().compareTo(facts.paid()) > 0 ? SHORT : IN_LEVY;
    }
}
