package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Derived;
import jumin.regulation.law.Clause;

/** 一种待遇：offered with checks, steps and counted accumulators; not offered; or not regulated. */
sealed interface Benefit {

    /** 本地有此待遇。 */
    record Offered(Taking items, Needs needs, List<Choice<Check>> checks, Step[] steps, Count[] counts)
            implements Benefit {

        Offered with(Needs needs) {
            return new Offered(items, needs, checks, steps, counts);
        }
    }

    /** 核算一项待遇所需的：the classes that its checks and steps look at, and how many slots of the frame; no slot behind them is asked for. */
    record Needs(Derived[] classes, int slots) {

        static final Needs NONE = new Needs(new Derived[0], 0);

        void derive(long[] frame) {
            for (var deriving : classes) {
                deriving.derive(frame);
            }
        }
    }

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
