package jumin.platform.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;

/** 有误的参数: the framework says that some value could not be read, not which; the failure quotes it. */
final class GuiltyParameters {

    private GuiltyParameters() {}

    /** Names of the parameters one of whose values the failure quotes, in their order. */
    static List<String> of(MultivaluedMap<String, String> given, Throwable failure) {
        return given.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> quotes(failure, value)))
                .map(parameter -> parameter.getKey())
                .sorted()
                .toList();
    }

    static List<Problem.FieldError> errors(List<String> names) {
        return names.stream()
                .map(name -> new Problem.FieldError(
                        "?" + name, PlatformProblem.PARAMETER_INVALID.name(), "值不能识别", "请对照接口文档检查类型和可用的值"))
                .toList();
    }

    private static boolean quotes(Throwable failure, String value) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> quotes(message, value));
    }

    /** As numbers and days, identifiers, and words of a list are quoted by whoever could not read them. */
    private static boolean quotes(String message, String value) {
        return message.contains('"' + value + '"')
                || message.contains("'" + value + "'")
                || message.endsWith(": " + value)
                || message.endsWith("." + value);
    }
}
