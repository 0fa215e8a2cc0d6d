package jumin.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every error: RFC 9457 with the members that house rules add.
 *
 * @param code stable, for machines
 * @param detail Chinese: what happened and what to do; no personal data
 * @param citations articles of law the problem rests on
 * @param errors the fields at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        ProblemKind kind,
        String detail,
        String instance,
        List<Citation> citations,
        String traceId,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        citations = List.copyOf(citations);
        errors = List.copyOf(errors);
    }

    /** 条款依据: instrument and article. */
    public record Citation(String instrument, String article) {}

    /**
     * One field at fault.
     *
     * @param pointer JSON pointer into the request body, or {@code ?name} for a query parameter
     * @param suggestion what would be right; may be empty
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FieldError(String pointer, String code, String message, String suggestion) {}
}
