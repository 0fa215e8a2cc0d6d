package jumin.regulation.settlement;

import java.util.Optional;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Derived;
import jumin.regulation.law.Clause;

/** 一种待遇：offered with checks, steps and counted accumulators; not offered; or not regulated. */
sealed interface Benefit {

    /** 本地有此待遇。{@code situations} is empty where each look-up is to be noted. */
    record Offered(Taking items, Needs needs, Course written, Optional<Situations> situations, Count[] counts)
            implements Benefit {

        /** The number of the bill's situation; parts of a bill have facts of their own, which are entered while it is computed. */
        long situation(Care care, long[] frame) {
            return situations.isPresent() && care.parts().isEmpty()
                    ? situations.get().number(frame)
                    : Situations.ANY;
        }

        Course course(long situation, long[] frame) {
            return situation == Situations.ANY
                    ? written
                    : situations.orElseThrow().course(situation, frame);
        }
    }

    /** 核算一项待遇所需的：the classes that its checks and steps look at, and how many slots of the frame; no slot behind them is asked for. */
    record Needs(Derived[] classes, int slots) {

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

    /** 计入的年度累计：a quantity, or one time. */
    record Count(Condition when, String accumulator, int quantity) {}
}
