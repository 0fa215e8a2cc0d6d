package jumin.enrollment.category;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** 报送机关, from the token; read before the work goes on with the service's own rights. */
@ApplicationScoped
public class ListSender {

    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    ListSender(CurrentCaller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    /** An organ of a county says so by its division; otherwise its lists lie with the whole area. */
    public CategoryLists.Sender get() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var area = Optional.ofNullable(token.<String>getClaim("area"));
            var organ = Optional.ofNullable(token.<String>getClaim("organ"));
            if (area.isPresent() && organ.isPresent()) {
                var path =
                        Optional.ofNullable(token.<String>getClaim("division")).orElse(area.get() + "/");
                return new CategoryLists.Sender(
                        area.get(), path, organ.get(), caller.get().id());
            }
        }
        throw new ProblemException(PlatformProblem.SCOPE_MISSING, "账号未配置统筹区或机关代码，请联系系统管理员。");
    }
}
