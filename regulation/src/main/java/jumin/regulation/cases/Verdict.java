package jumin.regulation.cases;

import java.util.List;
import java.util.Optional;

/** 一个案例的验算结果。 */
sealed interface Verdict {

    /** 一致。 */
    record Passed() implements Verdict {}

    /** 不一致：key, expected, actual. */
    record Differs(List<String> differences, Optional<String> worksheet) implements Verdict {}

    /** 不在法规核算之内。 */
    record Skipped(String reason) implements Verdict {}
}
