package jumin.paper;

import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemKind;

/** All problems of printing. Codes are frozen in problems.lock. */
public enum PaperProblem implements ProblemCode {
    FONT_MISSING("服务器没有安装打印字体");

    private final String title;

    PaperProblem(String title) {
        this.title = title;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.UPSTREAM;
    }

    @Override
    public String title() {
        return title;
    }
}
