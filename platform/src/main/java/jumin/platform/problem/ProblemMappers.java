package jumin.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.AssertTrue;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail, turned into problem+json. */
public class ProblemMappers {

    static final String SEND_IN_PARTS = "请拆分后分次提交。";

    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException problem, UriInfo uri) {
        return problems.answer(problem, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(Throwable failure, UriInfo uri) {
        return problems.answer(PlatformProblem.NOT_LOGGED_IN, "请重新登录；接口调用方请换取新的令牌。", uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, UriInfo uri) {
        return problems.answer(PlatformProblem.ACCESS_DENIED, "您的角色不能做此操作，请由有权限的人员办理。", uri);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure, UriInfo uri) {
        var errors = failure.getConstraintViolations().stream()
                .map(violation ->
                        new Problem.FieldError(pointer(violation), "FIELD_INVALID", violation.getMessage(), ""))
                .sorted((one, other) -> one.pointer().compareTo(other.pointer()))
                .toList();
        return problems.answer(PlatformProblem.FIELD_INVALID, "请按提示改正后重新提交。", errors, List.of(), uri);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException failure, UriInfo uri) {
        return json(failure, uri);
    }

    /** Quarkus has a mapper of its own for this type, which a mapper for the parent type would not replace. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return json(failure, uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JacksonException json) {
            return json(json, uri);
        }
        // A value that cannot be read is "not found" to the framework, in the path and in the query alike.
        if (failure.getResponse().getStatus() == 404
                && failure.getCause() != null
                && !uri.getQueryParameters().isEmpty()
                && GuiltyParameters.of(uri.getPathParameters(), failure).isEmpty()) {
            return parameters(failure, uri);
        }
        return switch (failure.getResponse().getStatus()) {
            case 400 -> problems.answer(PlatformProblem.PARAMETER_INVALID, "请求参数不能识别，请检查格式。", uri);
            case 401 -> problems.answer(PlatformProblem.NOT_LOGGED_IN, "请重新登录。", uri);
            case 403 -> problems.answer(PlatformProblem.ACCESS_DENIED, "您的角色不能做此操作。", uri);
            case 404 -> problems.answer(PlatformProblem.RESOURCE_NOT_FOUND, "没有这个地址或编号，请检查。", uri);
            case 405 -> problems.answer(PlatformProblem.METHOD_NOT_SUPPORTED, "该地址不支持此操作，请查看接口文档。", uri);
            case 406 ->
                problems.answer(PlatformProblem.ANSWER_TYPE_NOT_AVAILABLE, "请改用 Accept: application/json。", uri);
            case 413 -> problems.answer(PlatformProblem.BODY_TOO_LARGE, SEND_IN_PARTS, uri);
            case 415 -> problems.answer(PlatformProblem.CONTENT_TYPE_NOT_SUPPORTED, "请按接口文档设置 Content-Type。", uri);
            default ->
                failure.getResponse().getStatus() < 500
                        ? problems.answer(PlatformProblem.REQUEST_REJECTED, "请求不能处理，请查看接口文档。", uri)
                        : problems.unexpected(failure, uri, null);
        };
    }

    /** All that were given, when the failure does not quote the one that is meant. */
    private Response parameters(WebApplicationException failure, UriInfo uri) {
        var guilty = GuiltyParameters.of(uri.getQueryParameters(), failure.getCause());
        var names = guilty.isEmpty()
                ? List.copyOf(new TreeSet<>(uri.getQueryParameters().keySet()))
                : guilty;
        return problems.answer(
                PlatformProblem.PARAMETER_INVALID,
                "参数 " + String.join("、", names) + (guilty.isEmpty() ? " 中有值不能识别" : " 的值不能识别") + "，请对照接口文档检查类型和可用的值。",
                GuiltyParameters.errors(guilty),
                List.of(),
                uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri, ResourceInfo resource) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problems.answer(problem, uri);
            }
        }
        return problems.unexpected(failure, uri, resource);
    }

    private Response json(JacksonException failure, UriInfo uri) {
        var pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (failure instanceof UnrecognizedPropertyException unknown) {
            var error = new Problem.FieldError(
                    pointer, "FIELD_UNKNOWN", "没有名为“" + unknown.getPropertyName() + "”的字段", "请对照接口文档检查字段名");
            return problems.answer(PlatformProblem.FIELD_UNKNOWN, "请求中有不认识的字段。", List.of(error), List.of(), uri);
        }
        if (!pointer.isEmpty()) {
            var missing = failure.getOriginalMessage().startsWith("Cannot map `null` into type");
            var error = missing
                    ? new Problem.FieldError(pointer, "FIELD_INVALID", "必填", "")
                    : new Problem.FieldError(pointer, "FIELD_INVALID", "值的类型或格式不对", "请对照接口文档检查该字段");
            return problems.answer(PlatformProblem.FIELD_INVALID, "请求字段不符合要求。", List.of(error), List.of(), uri);
        }
        if (failure instanceof MismatchedInputException whole && whole.getTargetType() != null) {
            return wrongShape(whole.getTargetType(), uri);
        }
        return problems.answer(PlatformProblem.BODY_MALFORMED, "请求内容不是有效的 JSON，请检查括号、引号和编码（UTF-8）。", uri);
    }

    /** It is JSON, but an object where a list is wanted, or the other way round: the pointer to the whole is empty. */
    private Response wrongShape(Class<?> wanted, UriInfo uri) {
        var list = Collection.class.isAssignableFrom(wanted) || wanted.isArray();
        var error = new Problem.FieldError(
                "",
                "FIELD_INVALID",
                list ? "请求内容须为 JSON 数组" : "请求内容须为 JSON 对象",
                list ? "请用 [ ] 括起，只有一条的也一样" : "请用 { } 括起，按接口文档填写各字段");
        return problems.answer(PlatformProblem.FIELD_INVALID, "请求内容的类型不对。", List.of(error), List.of(), uri);
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** The first node is our method, the second its parameter: a lone parameter is a query or path parameter. */
    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        if (nodes.size() <= 2) {
            return "?" + nodes.getLast().getName();
        }
        // A rule over several fields is broken by the object that has them; its method is no field of the request.
        var overAll = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        return nodes.subList(2, overAll ? nodes.size() - 1 : nodes.size()).stream()
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex())
                        + (node.getName().startsWith("<") ? "" : "/" + node.getName()))
                .collect(Collectors.joining());
    }
}
