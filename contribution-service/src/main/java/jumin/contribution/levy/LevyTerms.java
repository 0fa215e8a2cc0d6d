package jumin.contribution.levy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * What a levy says: contribution less subsidy, or why it cannot be said yet.
 *
 * @param reason why held or cancelled; empty when issued
 * @param articles the articles of the subsidy
 */
public record LevyTerms(
        State state,
        String reason,
        String organ,
        Optional<UUID> standardId,
        Money individual,
        Money subsidy,
        String tier,
        String payer,
        String category,
        List<String> articles) {

    private static final String NOBODY = "-";

    /** 应缴状态 */
    public enum State {
        ISSUED("已核定"),
        /** 暂缓: curable, nothing is collected meanwhile. */
        HELD("暂缓"),
        CANCELLED("已取消");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** In words, why nothing is asked; empty where something is. */
        public String why(String reason) {
            return switch (this) {
                case ISSUED -> "";
                case HELD -> HeldReason.text(reason);
                case CANCELLED -> CancelReason.text(reason);
            };
        }
    }

    public LevyTerms {
        articles = List.copyOf(articles);
    }

    public static LevyTerms held(String reason) {
        return empty(State.HELD, reason);
    }

    public static LevyTerms cancelled(String reason) {
        return empty(State.CANCELLED, reason);
    }

    /** 转出: what the tax organ is told that collected it so far, when another one collects it from now on. */
    public static LevyTerms moved(String organ) {
        return cancelled("MOVED").collectedBy(organ);
    }

    private static LevyTerms empty(State state, String reason) {
        return new LevyTerms(
                state, reason, NOBODY, Optional.empty(), Money.ZERO, Money.ZERO, "none", "", "", List.of());
    }

    public LevyTerms collectedBy(String taxOrgan) {
        return new LevyTerms(state, reason, taxOrgan, standardId, individual, subsidy, tier, payer, category, articles);
    }

    /** A levy on hold or cancelled is told to whoever was collecting it. */
    public LevyTerms toldTo(String organBefore) {
        return state == State.ISSUED ? this : collectedBy(organBefore);
    }

    /** Whether the organ that collects this hears no more of it by what follows. */
    public boolean leaves(LevyTerms next) {
        return !organ.equals(NOBODY) && state != State.CANCELLED && !organ.equals(next.organ);
    }

    public Money due() {
        return individual.minus(subsidy);
    }

    /** Whether a new version would tell nobody anything new; the standard's version alone is no news. */
    public boolean saysTheSameAs(LevyTerms other) {
        return new LevyTerms(
                        state, reason, organ, other.standardId, individual, subsidy, tier, payer, category, articles)
                .equals(other);
    }
}
