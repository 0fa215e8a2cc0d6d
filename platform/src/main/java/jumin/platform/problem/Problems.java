package jumin.platform.problem;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes the answer for a problem, and reads what PostgreSQL meant by an error. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String ROW_LEVEL_SECURITY = "ExecWithCheckOptions";
    private static final String NOT_IN_CHARACTER_SET = "22021";
    private static final String RANGE_REVERSED = "22000";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";

    private final Map<String, ProblemCode> constraints = new HashMap<>();
    private final Map<String, Constraints.Advice> advice = new HashMap<>();

    Problems(Instance<Constraints> services) {
        services.forEach(service -> {
            constraints.putAll(service.problems());
            advice.putAll(service.advice());
        });
    }

    Response answer(ProblemException problem, UriInfo uri) {
        return answer(problem.code(), problem.getMessage(), problem.errors(), problem.citations(), uri);
    }

    Response answer(ProblemCode code, String detail, UriInfo uri) {
        return answer(code, detail, List.of(), List.of(), uri);
    }

    Response answer(
            ProblemCode code,
            String detail,
            List<Problem.FieldError> errors,
            List<Problem.Citation> citations,
            UriInfo uri) {
        var body = problem(code, detail, errors, citations, uri.getRequestUri().getPath());
        var response = Response.status(body.status()).type(Problem.MEDIA_TYPE).entity(body);
        if (code == PlatformProblem.REQUEST_IN_PROGRESS || code.kind() == ProblemKind.UPSTREAM) {
            response.header("Retry-After", "2");
        }
        if (code.kind() == ProblemKind.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    static Problem problem(
            ProblemCode code,
            String detail,
            List<Problem.FieldError> errors,
            List<Problem.Citation> citations,
            String path) {
        return new Problem(
                code.type(),
                code.title(),
                code.kind().status(),
                code.name(),
                code.kind(),
                detail,
                path,
                citations,
                traceId(),
                errors);
    }

    /** A bug or a broken neighbour: logged with its trace id; the caller learns nothing of our insides. */
    Response unexpected(Throwable failure, UriInfo uri, @Nullable ResourceInfo resource) {
        var sql = sqlState(failure);
        var rule = sql.flatMap(Problems::rule);
        return rule.map(broken -> violated(broken, uri, resource))
                .or(() -> sql.map(said -> database(said, failure, uri)))
                .orElseGet(() -> bug(failure, uri));
    }

    private Response database(SQLException sql, Throwable failure, UriInfo uri) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return switch (state) {
            case INSUFFICIENT_PRIVILEGE -> refused(sql, failure, uri);
            case NOT_IN_CHARACTER_SET -> answer(PlatformProblem.PARAMETER_INVALID, "请求中有不能保存的字符（如空字符），请删去后重试。", uri);
            case RANGE_REVERSED -> answer(PlatformProblem.RULE_VIOLATED, "起止日期（或上下限）前后颠倒，请核对后重新提交。", uri);
            case LOCK_TIMEOUT -> answer(PlatformProblem.REQUEST_IN_PROGRESS, "同一请求正在处理，请稍后再查结果。", uri);
            case SERIALIZATION, DEADLOCK -> answer(PlatformProblem.CONCURRENT_CHANGE, "与另一操作同时发生，请重试。", uri);
            default -> {
                // The pool's own failures, such as no connection in time, carry no state.
                if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
                    LOG.errorf("database unavailable: state %s", state);
                    yield answer(PlatformProblem.DATABASE_UNAVAILABLE, "数据库暂时不可用，请稍后重试；未保存任何内容。", uri);
                }
                yield bug(failure, uri);
            }
        };
    }

    /** Row-level security and a missing grant have one SQLSTATE; the first is the caller's matter, the second our bug. */
    private Response refused(SQLException sql, Throwable failure, UriInfo uri) {
        var byRow = serverError(sql).map(ServerErrorMessage::getRoutine).filter(ROW_LEVEL_SECURITY::equals);
        return byRow.isPresent()
                ? answer(PlatformProblem.OUTSIDE_SCOPE, "该数据不属于您的辖区，请由其所属机构办理。", uri)
                : bug(failure, uri);
    }

    /** Which rule of the service a failed statement broke, for work that answers otherwise than over HTTP. */
    public Optional<ProblemException> brokenRule(Throwable failure) {
        return sqlState(failure)
                .flatMap(Problems::rule)
                .flatMap(rule -> code(rule).map(code -> new ProblemException(code, broken(code, rule))));
    }

    private Optional<ProblemCode> code(BrokenRule rule) {
        return rule.constraint().map(constraints::get);
    }

    private String broken(ProblemCode code, BrokenRule rule) {
        return code.title() + "。" + advice(rule).map(Constraints.Advice::cure).orElseGet(rule::cure);
    }

    private Optional<Constraints.Advice> advice(BrokenRule rule) {
        return rule.constraint().map(advice::get);
    }

    private Response violated(BrokenRule rule, UriInfo uri, @Nullable ResourceInfo resource) {
        var known = code(rule);
        var named = advice(rule)
                .map(said -> new BrokenRule(rule.state(), rule.constraint(), said.column()))
                .orElse(rule);
        if (known.isPresent()) {
            return answer(known.get(), broken(known.get(), rule), named.errors(resource), List.of(), uri);
        }
        LOG.errorf("constraint without a problem code: %s", rule.constraint().orElse("?"));
        var detail = rule.words() + "。" + rule.cure() + "核对无误仍不能保存的，请把编号 " + traceId() + " 告诉运维人员。未保存任何内容。";
        return answer(PlatformProblem.RULE_VIOLATED, detail, rule.errors(resource), List.of(), uri);
    }

    private static Optional<BrokenRule> rule(SQLException sql) {
        return Optional.ofNullable(sql.getSQLState())
                .filter(state -> state.startsWith("23"))
                .map(state -> BrokenRule.of(state, serverError(sql)));
    }

    private Response bug(Throwable failure, UriInfo uri) {
        LOG.error("unexpected failure", failure);
        return answer(PlatformProblem.UNEXPECTED, "系统内部错误，请把编号 " + traceId() + " 告诉运维人员。未保存任何内容。", uri);
    }

    /** The server's own error may be wrapped: a failed batch comes as another SQLException around it. */
    private static Optional<ServerErrorMessage> serverError(SQLException sql) {
        for (Throwable cause = sql; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return Optional.of(postgres.getServerErrorMessage());
            }
        }
        return Optional.empty();
    }

    private static Optional<SQLException> sqlState(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
