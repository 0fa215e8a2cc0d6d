package jumin.contribution.money;

import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** 一笔金额的合理范围: more than zero, and not so much that somebody must have slipped and the books' sums overflow. */
public enum AmountLimit {
    /** One voucher of a person or a household. */
    VOUCHER("99999999.99"),
    /** One receipt or due of the fund. */
    FUND("99999999999.99");

    private final Money most;

    AmountLimit(String most) {
        this.most = Money.yuan(most);
    }

    public boolean holds(Money amount) {
        return amount.fen() > 0 && amount.fen() <= most.fen();
    }

    /** What the amount must be, for a sentence that names it. */
    public String sentence() {
        return "须大于零，不超过 " + most + " 元";
    }

    /** @throws ProblemException FIELD_INVALID at {@code /amount}, with what to do instead */
    public void require(Money amount, String instead) {
        if (!holds(amount)) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/amount", "金额" + sentence(), instead);
        }
    }
}
