package jumin.contribution.scope;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;

/**
 * What a caller may cause but not see: a tax organ is bound by its code, and persons have none.
 * The work runs in a transaction of its own with the view of the service, still under the caller's name; the use case
 * restricts it to what the caller may know.
 */
@ApplicationScoped
public class Widened {

    private final CurrentCaller caller;

    Widened(CurrentCaller caller) {
        this.caller = caller;
    }

    public <T> T call(Callable<T> work) {
        return caller.callAsService(() -> QuarkusTransaction.requiringNew().call(work));
    }

    /** 税务机关 of the caller's token. */
    public String organ() {
        var organ = caller.get().scope().organ();
        if (organ.equals(Scope.ALL.organ()) || organ.equals(Scope.NOTHING.organ())) {
            throw new ProblemException(PlatformProblem.SCOPE_MISSING, "令牌中没有税务机关代码。");
        }
        return organ.from();
    }
}
