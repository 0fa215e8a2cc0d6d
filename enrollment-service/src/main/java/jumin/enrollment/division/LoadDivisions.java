package jumin.enrollment.division;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 行政区划导入: adds what is new, renames what was renamed, all or nothing. Loading the same list again changes nothing. */
@ApplicationScoped
public class LoadDivisions {

    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Feed feed;
    private final Audit audit;

    LoadDivisions(Divisions divisions, CurrentCaller caller, Feed feed, Audit audit) {
        this.divisions = divisions;
        this.caller = caller;
        this.feed = feed;
        this.audit = audit;
    }

    @Transactional
    public DivisionsLoaded run(List<DivisionSubmission> submissions) {
        var added = 0;
        var renamed = 0;
        for (var i = 0; i < submissions.size(); i++) {
            var division = checked(submissions.get(i), "/divisions/" + i);
            var known = divisions.find(division.code());
            if (known.isEmpty() && divisions.add(division)) {
                added++;
                published(division);
            } else if (known.isPresent() && changedName(known.get(), division, i)) {
                divisions.rename(division.code(), division.name());
                renamed++;
                published(division);
            }
        }
        return new DivisionsLoaded(added, renamed, submissions.size() - added - renamed);
    }

    private void published(Division division) {
        feed.publish("division", division.code(), division);
        audit.changed("division", division.code(), division.path(), division.name());
    }

    private Division checked(DivisionSubmission submission, String pointer) {
        var parent = Optional.ofNullable(submission.parent())
                .filter(code -> !code.isBlank())
                .map(code -> divisions
                        .find(code)
                        .orElseThrow(() -> wrong(pointer + "/parent", "没有上级区划 " + code, "先列出上级，再列出下级")));
        var level = submission.level();
        var nests = parent.map(above -> above.level().holds(level, above.code(), submission.code()))
                .orElse(level == DivisionLevel.CITY);
        if (!nests || !level.isCodeLength(submission.code())) {
            throw wrong(pointer + "/code", "代码 " + submission.code() + " 与级别、上级不相符", "市、县6位，乡镇9位，村12位，逐级以上级代码开头");
        }
        var path = parent.map(Division::path).orElse("") + submission.code() + "/";
        if (!caller.get().scope().division().contains(path)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "区划 " + submission.code() + " 不在您的辖区。");
        }
        return new Division(submission.code(), parent.map(Division::code), submission.name(), level, path);
    }

    private static boolean changedName(Division known, Division division, int index) {
        if (!known.path().equals(division.path())) {
            throw ProblemException.field(
                    EnrollmentProblem.DIVISION_MOVED,
                    "/divisions/" + index + "/parent",
                    "区划 " + known.code() + " 已属于 " + known.path(),
                    "撤并区划请新增新代码");
        }
        return !known.name().equals(division.name());
    }

    private static ProblemException wrong(String pointer, String message, String suggestion) {
        return ProblemException.field(EnrollmentProblem.DIVISION_INVALID, pointer, message, suggestion);
    }
}
