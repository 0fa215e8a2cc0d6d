package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;

/** 不予办理的说明: everything that is wrong at once, with what would be right and the articles of the area's own text. */
@ApplicationScoped
public class Refusals {

    private final LawShelf shelf;
    private final Clock clock;

    Refusals(LawShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @param findings at least one of them an error */
    public ProblemException of(String area, List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).toList();
        return new ProblemException(
                code(errors.getFirst().field()),
                "有" + errors.size() + "处不符合要求，请按提示改正后重新提交。",
                errors.stream()
                        .map(error -> new Problem.FieldError(
                                "/" + error.field(), error.code(), error.reason(), error.suggestion()))
                        .toList(),
                errors.stream()
                        .flatMap(error -> citations(area, error.topic()).stream())
                        .distinct()
                        .toList());
    }

    public List<Problem.Citation> citations(String area, Topic topic) {
        return shelf
                .citation(area, topic, LocalDate.now(clock))
                .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                .stream()
                .toList();
    }

    private static EnrollmentProblem code(String field) {
        return switch (field) {
            case "idNumber", "idType" -> EnrollmentProblem.IDENTITY_INVALID;
            case "name" -> EnrollmentProblem.NAME_INVALID;
            default -> EnrollmentProblem.PERSON_FACTS_INVALID;
        };
    }
}
