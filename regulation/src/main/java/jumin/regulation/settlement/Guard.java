package jumin.regulation.settlement;

import jumin.regulation.block.Condition;
import jumin.regulation.block.Frame;
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
    }

    /** 规定缺失：held until someone supplies it. */
    record Missing(Clause gap) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            sheet.hold(gap);
        }
    }

    /** 规定缺失，不计算，并写明。 */
    record NotEvaluated(Clause gap) implements Guard {

        @Override
        public void apply(Sheet sheet) {
            sheet.worksheet.write(LineKind.NOT_EVALUATED, gap, 0);
        }
    }
}
