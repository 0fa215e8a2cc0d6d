package jumin.regulation.subsidy;

import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.DecisionJson;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 资助参保的结论。 */
public sealed interface SubsidyDecision {

    String release();

    Worksheet worksheet();

    /** The canonical text of the decision, for storing and for replay. */
    default String canonicalJson() {
        return switch (this) {
            case Decided decided ->
                DecisionJson.of("decided", release(), worksheet())
                        .with("tier", decided.tier())
                        .with("category", decided.award().category())
                        .with("subsidy_amount", decided.subsidyAmount())
                        .with("person_amount", decided.personAmount())
                        .with("payer", decided.payer())
                        .with(decided.award().citation())
                        .canonical();
            case Held held ->
                DecisionJson.of("held", release(), worksheet())
                        .with(held.cause())
                        .canonical();
        };
    }

    /** 已定：the chosen identity and all that were considered, in the order of the text. */
    record Decided(Award award, Money contribution, List<Award> considered, String release, Worksheet worksheet)
            implements SubsidyDecision {

        public Decided {
            considered = List.copyOf(considered);
        }

        public Tier tier() {
            return award.tier();
        }

        public Money subsidyAmount() {
            return award.amount();
        }

        /** 个人应缴 */
        public Money personAmount() {
            return contribution.minus(award.amount());
        }

        /** {@code finance} (the article does not name the level) or {@code county_finance}. */
        public Optional<String> payer() {
            return award.payer();
        }
    }

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements SubsidyDecision {}

    /** 一种身份可得的资助；without an identity none. */
    record Award(Optional<String> category, Tier tier, Money amount, Optional<String> payer, Citation citation) {}
}
