package jumin.regulation.settlement;

import java.util.stream.IntStream;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.LineKind;

/** 一步的前提：whether a step is taken at all, and what is said when it is not. */
interface Guard extends Step {

    /** 仅在符合条件时。 */
    record When(Condition condition, Step step) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            if (condition.holds(sheet.frame)) {
                step.apply(sheet);
            }
        }

        @Override
        public Step in(Known known) {
            var open = condition.in(known);
            if (open.equals(Condition.NEVER)) {
                return new Nothing();
            }
            var settled = step.in(known);
            return open.equals(Condition.ALWAYS) || settled instanceof Nothing ? settled : new When(open, settled);
        }

        @Override
        public IntStream asked() {
            return IntStream.concat(condition.asked(), step.asked());
        }
    }

    /** 须有的事实：a number that was not given is none, so the decision is held; {@code only} where this amount is not zero (−1 always). */
    record Requiring(int[] facts, Clause[] missing, int only, Step step) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            if (only < 0 || sheet.get(only) != 0) {
                for (int i = 0; i < facts.length; i++) {
                    if (sheet.get(facts[i]) == Frame.ABSENT) {
                        sheet.hold(missing[i]);
                        return;
                    }
                }
            }
            step.apply(sheet);
        }

        @Override
        public Step in(Known known) {
            boolean given = IntStream.of(facts).allMatch(known::isGiven);
            return given ? step.in(known) : new Requiring(facts, missing, only, step.in(known));
        }

        @Override
        public IntStream asked() {
            return IntStream.concat(IntStream.of(facts), step.asked());
        }
    }

    /** 缺少事实时不计算，并写明。 */
    record Needing(int fact, Clause missing, Step step) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            if (sheet.get(fact) == Frame.ABSENT) {
                sheet.worksheet.write(LineKind.NOT_EVALUATED, missing, 0);
            } else {
                step.apply(sheet);
            }
        }

        @Override
        public Step in(Known known) {
            if (known.isAbsent(fact)) {
                return new NotEvaluated(missing);
            }
            return known.isGiven(fact) ? step.in(known) : new Needing(fact, missing, step.in(known));
        }

        @Override
        public IntStream asked() {
            return IntStream.concat(IntStream.of(fact), step.asked());
        }
    }

    /** 规定缺失：held until someone supplies it. */
    record Missing(Clause gap) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            sheet.hold(gap);
        }

        @Override
        public Step in(Known known) {
            return this;
        }
    }

    /** 规定缺失，不计算，并写明。 */
    record NotEvaluated(Clause gap) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            sheet.worksheet.write(LineKind.NOT_EVALUATED, gap, 0);
        }

        @Override
        public Step in(Known known) {
            return this;
        }
    }
}
