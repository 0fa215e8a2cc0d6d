package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.platform.problem.ProblemException;

/** 名单所及区划: for which divisions a full list says who is recognised. None are the whole area. */
@ApplicationScoped
class ListPlaces {

    private final Divisions divisions;

    ListPlaces(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Paths, in one order. */
    List<String> of(CategoryLists.Sender sender, CategoryListSubmission submission) {
        var codes = Optional.ofNullable(submission.divisions()).orElse(List.of());
        if (!codes.isEmpty() && submission.kind() != CategoryListSubmission.Kind.FULL) {
            throw ProblemException.field(
                    EnrollmentProblem.CATEGORY_LIST_UNREADABLE, "/divisions", "增量名单不终止任何人，不写区划", "请去掉区划，或改为全量名单");
        }
        return codes.stream()
                .map(code -> path(sender, code.strip()))
                .distinct()
                .sorted()
                .toList();
    }

    private String path(CategoryLists.Sender sender, String code) {
        return divisions
                .find(code)
                .map(Division::path)
                .filter(path -> path.startsWith(sender.area() + "/"))
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "/divisions", "本统筹区没有区划 " + code, "请填写本统筹区的县、乡镇、村（居）代码"));
    }
}
