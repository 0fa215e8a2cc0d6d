package jumin.enrollment.category;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.recognition.Recognitions.NewRecognition;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** 部门名单生效与撤销: recognitions come and go with their list; subsidies follow in the same transaction. */
@ApplicationScoped
public class ApplyCategoryList {

    private final MatchRows match;
    private final CategoryLists lists;
    private final Recognitions recognitions;
    private final DecideSubsidies subsidies;
    private final Audit audit;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    ApplyCategoryList(
            MatchRows match,
            CategoryLists lists,
            Recognitions recognitions,
            DecideSubsidies subsidies,
            Audit audit,
            CurrentCaller caller,
            SecurityIdentity identity) {
        this.match = match;
        this.lists = lists;
        this.recognitions = recognitions;
        this.subsidies = subsidies;
        this.audit = audit;
        this.caller = caller;
        this.identity = identity;
    }

    /** Who asks, from the token; read before the work goes on with the service's own rights. */
    CategoryLists.Sender sender() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var area = Optional.ofNullable(token.<String>getClaim("area"));
            var organ = Optional.ofNullable(token.<String>getClaim("organ"));
            if (area.isPresent() && organ.isPresent()) {
                return new CategoryLists.Sender(
                        area.get(), organ.get(), caller.get().id());
            }
        }
        throw new ProblemException(PlatformProblem.SCOPE_MISSING, "账号未配置统筹区或机关代码，请联系系统管理员。");
    }

    @Transactional
    CategoryListView apply(CategoryLists.Sender sender, CategoryListSubmission submission) {
        var id = CategoryListId.next();
        var matches = match.run(sender.area(), submission.rows());
        lists.add(id, sender, submission, matches);
        var matched = matches.stream()
                .filter(row -> row.verdict() == ListVerdict.MATCHED)
                .toList();
        recognitions.add(
                matched.stream().map(row -> recognition(id, sender, row)).toList());
        var people = matched.stream()
                .map(row -> row.person().orElseThrow().id())
                .distinct()
                .toList();
        follow(sender.area(), people);
        audit.changed("category-list", id, sender.area() + "/", sender.login() + " applied " + matched.size());
        return lists.get(id);
    }

    @Transactional
    CategoryListView undo(CategoryLists.Sender sender, CategoryListId id, String reason) {
        var list = lists.get(id);
        if (!list.organ().equals(sender.organ()) || !list.area().equals(sender.area())) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_UNKNOWN, "没有此名单，或不是您单位的名单。");
        }
        if (!lists.undo(id, reason)) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_ALREADY_UNDONE, "此名单已撤销，不能再次撤销。");
        }
        var people = recognitions.supersedeList(id.value(), id.value()).stream()
                .distinct()
                .toList();
        follow(sender.area(), people);
        audit.changed("category-list", id, sender.area() + "/", sender.login() + " undone");
        return lists.get(id);
    }

    private void follow(String area, List<PersonId> people) {
        recognitions.publish(area, people);
        subsidies.ofPersons(people);
    }

    private static NewRecognition recognition(CategoryListId id, CategoryLists.Sender sender, MatchRows.Match row) {
        return new NewRecognition(
                row.person().orElseThrow(),
                row.category(),
                sender.organ(),
                id.value(),
                row.row().from(),
                Optional.ofNullable(row.row().to()),
                Boolean.TRUE.equals(row.row().unemployed()));
    }
}
