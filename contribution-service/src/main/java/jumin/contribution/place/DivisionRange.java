package jumin.contribution.place;

import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;

/** 区划范围: a division and everything below it, as a half-open range of paths. */
public record DivisionRange(String from, String to) {

    /** 统筹区 in which the range lies. */
    public String area() {
        return from.substring(0, from.indexOf('/'));
    }

    /** The division asked for, or the caller's own when none is; never outside it. */
    public static DivisionRange within(Caller caller, String divisionPath) {
        var own = caller.scope().division();
        if (divisionPath.isEmpty()) {
            return new DivisionRange(own.from(), own.to());
        }
        if (!divisionPath.matches("\\d{6}/(\\d{6,12}/){0,3}")) {
            throw ProblemException.field(PlatformProblem.PARAMETER_INVALID, "?division", "区划路径格式不对", "须为以“/”结尾的区划路径");
        }
        if (!own.contains(divisionPath)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "不在您的辖区。");
        }
        return new DivisionRange(divisionPath, divisionPath + "~");
    }
}
