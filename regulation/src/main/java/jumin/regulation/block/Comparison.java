package jumin.regulation.block;

import java.util.Map;
import java.util.Optional;

/** 比较。以上、以下、以内含本数；超过、不满不含（民法典第一千二百五十九条）。 */
enum Comparison {
    SAME,
    AT_LEAST,
    OVER,
    AT_MOST,
    BELOW;

    private static final Map<String, Comparison> WORDS = Map.of(
            "equals", SAME,
            "at_least", AT_LEAST,
            "not_before", AT_LEAST,
            "over", OVER,
            "after", OVER,
            "at_most", AT_MOST,
            "not_after", AT_MOST,
            "below", BELOW,
            "before", BELOW);

    static Optional<Comparison> named(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    boolean holds(long left, long right) {
        return switch (this) {
            case SAME -> left == right;
            case AT_LEAST -> left >= right;
            case OVER -> left > right;
            case AT_MOST -> left <= right;
            case BELOW -> left < right;
        };
    }
}
