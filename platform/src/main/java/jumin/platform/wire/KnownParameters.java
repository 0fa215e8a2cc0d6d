package jumin.platform.wire;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the endpoint does not know: a question with a misspelt {@code on} would be answered for today.
 * Asking for {@code ResourceInfo} makes the framework keep the endpoints' methods for reflection in a native image, too.
 */
public class KnownParameters {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ResourceInfo resource, UriInfo uri) {
        var given = uri.getQueryParameters().keySet();
        if (given.isEmpty()) {
            return;
        }
        var taken = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        var errors = new TreeSet<>(given)
                .stream()
                        .filter(name -> !taken.contains(name))
                        .map(name -> unknown(name, taken))
                        .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    PlatformProblem.PARAMETER_UNKNOWN,
                    errors.stream().map(Problem.FieldError::message).collect(Collectors.joining("；")) + "。"
                            + errors.getFirst().suggestion() + "。",
                    errors,
                    List.of());
        }
    }

    private static Problem.FieldError unknown(String name, SortedSet<String> taken) {
        return new Problem.FieldError(
                "?" + name,
                PlatformProblem.PARAMETER_UNKNOWN.name(),
                "没有名为“" + name + "”的查询参数",
                taken.isEmpty() ? "该地址没有查询参数" : "可用的有：" + String.join("、", taken));
    }

    private static SortedSet<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> name(Parameter parameter) {
        var named = Optional.ofNullable(parameter.getAnnotation(RestQuery.class))
                .map(query -> query.value().isEmpty() ? parameter.getName() : query.value());
        return named
                .or(() -> Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                        .map(QueryParam::value))
                .stream();
    }
}
