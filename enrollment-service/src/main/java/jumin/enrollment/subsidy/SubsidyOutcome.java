package jumin.enrollment.subsidy;

import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.CitationView;
import jumin.regulation.Money;

/**
 * 资助参保决定: what was decided or why it is held, with all that it rests on.
 *
 * @param amount what the treasury pays; empty while held
 * @param standardId the yearly standard it used; empty while none is published
 * @param lines each identity that was weighed, in the order of the text
 * @param facts canonical JSON, enough to decide again
 * @param worksheet JSON
 */
public record SubsidyOutcome(
        State state,
        String tier,
        Optional<Money> amount,
        Optional<Money> personAmount,
        Optional<String> payer,
        Optional<String> category,
        Optional<String> standardId,
        List<SubsidyLine> lines,
        String heldReason,
        String curedBy,
        String facts,
        String worksheet,
        String lawRelease) {

    public static final String NO_TIER = "none";

    public SubsidyOutcome {
        lines = List.copyOf(lines);
    }

    /** 已定 or 暂缓 */
    public enum State {
        DECIDED,
        HELD
    }

    /** One step, readable. */
    public record SubsidyLine(String text, Optional<Money> amount, CitationView citation) {}

    /** The articles it rests on, each once. */
    public List<String> articles() {
        return lines.stream().map(line -> line.citation().article()).distinct().toList();
    }

    /** The same facts, but what was decided by them does not stand yet. */
    SubsidyOutcome held(String reason, String cure, List<SubsidyLine> why) {
        return new SubsidyOutcome(
                State.HELD,
                NO_TIER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                standardId,
                why,
                reason,
                cure,
                facts,
                worksheet,
                lawRelease);
    }

    /** Whether deciding again brought nothing new. */
    boolean saysTheSameAs(SubsidyOutcome other) {
        return state == other.state
                && tier.equals(other.tier)
                && amount.equals(other.amount)
                && personAmount.equals(other.personAmount)
                && category.equals(other.category)
                && standardId.equals(other.standardId)
                && heldReason.equals(other.heldReason)
                && lawRelease.equals(other.lawRelease);
    }
}
