package jumin.regulation.settlement;

import jumin.regulation.Money;
import jumin.regulation.law.Law;

/** 追偿（社会保险法第三十条第二款）：what the fund paid in the third party's place, and may recover from him. */
public final class Recourse {

    private static final String ADVANCE = "third_party_advance";

    private Recourse() {}

    /** Nothing where the fund did not pay first. */
    public static Money of(SettlementFacts advanced, Law law) {
        var paid = Adjudicator.adjudicate(advanced, law).amounts().fundPay();
        var owed = Adjudicator.adjudicate(new SettlementFacts(advanced.facts().with(ADVANCE, false)), law)
                .amounts()
                .fundPay();
        return paid.minus(paid.min(owed));
    }
}
