package jumin.regulation.check;

import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Mark;

/** 检查所见：an error refuses, a warning tells. After the first semicolon stands what to do. */
public record Finding(boolean error, Mark mark, String what) {

    static Finding error(Mark mark, String what) {
        return new Finding(true, mark, what);
    }

    static Finding warning(Mark mark, String what) {
        return new Finding(false, mark, what);
    }

    static Finding of(LawDataProblem problem) {
        return error(problem.mark(), problem.what());
    }
}
