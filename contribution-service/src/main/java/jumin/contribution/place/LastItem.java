package jumin.contribution.place;

import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 翻页: a list whose pages go on after the last item of the one before, named by its id. */
public final class LastItem {

    private LastItem() {}

    /** An empty page would be taken for the end of the list. */
    public static ProblemException unknown() {
        return ProblemException.field(
                PlatformProblem.PARAMETER_INVALID, "?after", "没有这一项，或不在您的辖区", "请用上一页最后一项的编号；首页不填");
    }
}
