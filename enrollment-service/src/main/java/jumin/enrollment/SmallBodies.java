package jumin.enrollment;

import jakarta.ws.rs.container.ContainerRequestContext;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only workbooks may be large: every other request keeps the limit of all services. */
public class SmallBodies {

    private static final long LIMIT = 2L * 1024 * 1024;
    private static final String WORKBOOKS = "/roster-imports";

    @ServerRequestFilter(preMatching = true)
    public void refuseLarge(ContainerRequestContext request) {
        var length = request.getHeaderString("Content-Length");
        var workbook = request.getUriInfo().getPath().startsWith(WORKBOOKS);
        if (!workbook && length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > LIMIT) {
            throw new ProblemException(PlatformProblem.BODY_TOO_LARGE, "请求内容超过2MB，请拆分后分次提交。");
        }
    }
}
