package jumin.platform.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An account without a scope sees nothing; say so instead of answering empty lists. */
public class ScopeFilter {

    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    ScopeFilter(CurrentCaller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    @ServerRequestFilter
    public void refuseWithoutScope() {
        if (!identity.isAnonymous() && caller.get().scope().equals(Scope.NOTHING)) {
            throw new ProblemException(PlatformProblem.SCOPE_MISSING, "账号未配置辖区或机构，请联系系统管理员。");
        }
    }
}
