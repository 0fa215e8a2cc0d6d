package jumin.regulation.levy;

import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 核定与征缴的结论。 */
public sealed interface LevyDecision {

    String release();

    Worksheet worksheet();

    /** The canonical text of the decision, for storing and for replay. */
    default String canonicalJson() {
        return LevyJson.canonical(this);
    }

    /** 一户的应缴和资助。 */
    record Household(
            Money personTotal,
            Money subsidyTotal,
            List<SubsidyDecision.Decided> members,
            String release,
            Worksheet worksheet)
            implements LevyDecision {

        public Household {
            members = List.copyOf(members);
        }
    }

    /** 年度筹资。 */
    record Financing(Money individual, Money fiscal, Money total, String release, Worksheet worksheet)
            implements LevyDecision {}

    /** 足额与否、达标与否；{@code difference} is paid − due. */
    record Checked(Optional<Denial> cause, Money difference, String release, Worksheet worksheet)
            implements LevyDecision {

        public boolean allowed() {
            return cause.isEmpty();
        }
    }

    /** 对账：an id twice at the tax bureau is a duplicate and not matched. */
    record Reconciled(Differences differences, String release, Worksheet worksheet) implements LevyDecision {}

    /** 一致、金额不符、仅税务、仅登记、重复。 */
    record Differences(
            List<String> matched,
            List<String> amountDiffers,
            List<String> onlyTax,
            List<String> onlyRegistered,
            List<String> duplicates) {}

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements LevyDecision {}
}
