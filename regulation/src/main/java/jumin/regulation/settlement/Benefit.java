package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Condition;
import jumin.regulation.law.Clause;

/** 一种待遇：offered with checks, steps and counted accumulators; not offered; or not regulated. */
sealed interface Benefit {

    /** 本地有此待遇。 */
    record Offered(boolean[] items, List<Choice<Check>> checks, Step[] steps, Count[] counts) implements Benefit {}

    /** 就高：the text pays the higher of several; each is computed, the one with the higher payment of the funds decides. */
    record BetterOf(Alternative[] alternatives) implements Benefit {}

    /** 其中一种待遇，及选它时的说明。 */
    record Alternative(int word, Clause reason) {}

    /** 本地不设，或规定缺失。 */
    record Unavailable(Clause clause, boolean curable) implements Benefit {}

    /** 不予支付或暂缓的原因。 */
    record Check(Clause clause, boolean curable) {}

    /** 计入的年度累计：a quantity, or one time. */
    record Count(Condition when, String accumulator, int quantity) {}
}
