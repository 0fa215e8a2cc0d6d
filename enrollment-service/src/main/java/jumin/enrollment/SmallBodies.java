package jumin.enrollment;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only files may be large: every other request keeps the limit of all services. */
public class SmallBodies {

    private static final long LIMIT = 2L * 1024 * 1024;
    private static final List<String> FILES = List.of("/roster-imports", "/cover-lists/files", "/category-lists/files");

    @ServerRequestFilter(preMatching = true)
    public void refuseLarge(ContainerRequestContext request) {
        var length = request.getHeaderString("Content-Length");
        var path = request.getUriInfo().getPath();
        var file = FILES.stream().anyMatch(path::startsWith);
        if (!file && length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > LIMIT) {
            throw new ProblemException(PlatformProblem.BODY_TOO_LARGE, "请求内容超过2MB，请拆分后分次提交。");
        }
    }
}
