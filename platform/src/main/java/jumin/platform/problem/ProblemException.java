package jumin.platform.problem;

import java.util.List;
import java.util.Objects;

/** Thrown by use cases when a request cannot be carried out; becomes problem+json. A refusal of benefit is never one. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemCode code;
    private final transient List<Problem.FieldError> errors;
    private final transient List<Problem.Citation> citations;

    /** @param detail Chinese, with what to do; without personal data */
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), List.of());
    }

    public ProblemException(
            ProblemCode code, String detail, List<Problem.FieldError> errors, List<Problem.Citation> citations) {
        super(detail);
        this.code = Objects.requireNonNull(code);
        this.errors = List.copyOf(errors);
        this.citations = List.copyOf(citations);
    }

    public static ProblemException field(ProblemCode code, String pointer, String message, String suggestion) {
        return new ProblemException(
                code, message, List.of(new Problem.FieldError(pointer, code.name(), message, suggestion)), List.of());
    }

    public ProblemCode code() {
        return code;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public List<Problem.Citation> citations() {
        return citations;
    }
}
