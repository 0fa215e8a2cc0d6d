package jumin.claims.provider;

import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.Roles;

/** 定点医药机构编号（fixmedins_code） */
public record ProviderCode(String value) {

    /** H for hospitals, P for pharmacies. */
    public static final String FORM = "[HP][0-9A-Z]{5,19}";

    public ProviderCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("机构编号以 H 或 P 开头");
        }
    }

    /** The institution on whose behalf a hospital's system calls. */
    public static ProviderCode of(Caller caller) {
        var code = caller.scope().provider().from();
        if (!caller.has(Roles.HOSPITAL) || !code.matches(FORM)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "此操作只能由定点医药机构的账号办理。");
        }
        return new ProviderCode(code);
    }

    @Override
    public String toString() {
        return value;
    }
}
