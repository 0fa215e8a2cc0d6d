package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.Persons;
import jumin.enrollment.recognition.Recognitions;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Jobs;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 部门名单生效: recognitions come and go with their list; subsidies follow in the same transaction. */
@ApplicationScoped
public class ApplyCategoryList {

    private final MatchRows match;
    private final ListPlaces places;
    private final CategoryLists lists;
    private final Endings endings;
    private final Recognitions recognitions;
    private final Jobs jobs;
    private final Persons persons;
    private final FollowRecognitions follow;
    private final UndoCategoryList undo;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Failpoints failpoints;
    private final int mostEndedPercent;

    ApplyCategoryList(
            MatchRows match,
            ListPlaces places,
            CategoryLists lists,
            Endings endings,
            Recognitions recognitions,
            Jobs jobs,
            Persons persons,
            FollowRecognitions follow,
            UndoCategoryList undo,
            Audit audit,
            CurrentCaller caller,
            Failpoints failpoints,
            @ConfigProperty(name = "jumin.category-lists.most-ended-percent") int mostEndedPercent) {
        this.match = match;
        this.places = places;
        this.lists = lists;
        this.endings = endings;
        this.recognitions = recognitions;
        this.jobs = jobs;
        this.persons = persons;
        this.follow = follow;
        this.undo = undo;
        this.audit = audit;
        this.caller = caller;
        this.failpoints = failpoints;
        this.mostEndedPercent = mostEndedPercent;
    }

    @Transactional
    CategoryListView apply(CategoryLists.Sender sender, CategoryListSubmission submission) {
        lists.oneAtATime(sender.organ());
        var id = CategoryListId.next();
        var matches = match.run(sender.area(), submission);
        var categories = match.categories(sender.area(), submission);
        var within = places.of(sender, submission);
        refuseOutdated(sender, submission, categories, within);
        places.refuseOverlap(sender, submission, categories, within);
        var plan = submission.kind() == CategoryListSubmission.Kind.FULL
                ? endings.plan(new Endings.Scope(sender, submission.listMonth(), categories, within), matches)
                : Endings.Plan.nothing(submission.firstDay());
        var pending = plan.endsMoreThan(mostEndedPercent);
        var state = pending ? ListState.PENDING : ListState.APPLIED;
        lists.add(new CategoryLists.NewList(id, sender, submission, categories, within, state, plan), matches);
        endings.add(id, sender, plan);
        if (!pending) {
            carryOut(id);
        }
        audit.changed(
                "category-list", id, sender.divisionPath(), sender.login() + (pending ? " 报送，待第二人确认" : " 报送，已生效"));
        failpoints.reach("category-list-before-commit");
        return lists.get(id);
    }

    /** 全量名单 say who is no longer recognised: one of an earlier month knows nothing of those whom a later one names. */
    private void refuseOutdated(
            CategoryLists.Sender sender,
            CategoryListSubmission submission,
            List<String> categories,
            List<String> within) {
        if (submission.kind() != CategoryListSubmission.Kind.FULL || categories.isEmpty()) {
            return;
        }
        lists.laterFullList(sender, submission.listMonth(), categories, within).ifPresent(later -> {
            throw new ProblemException(
                    EnrollmentProblem.CATEGORY_LIST_OUTDATED,
                    "您单位" + later + "的全量名单已生效，" + submission.listMonth() + "的全量名单会误将其中的人终止；补报的人请用增量名单，"
                            + "确须以本名单为准的，请先撤销" + later + "的名单。");
        });
    }

    /** 第二人确认: whoever sent the list does not decide it. */
    @Transactional
    CategoryListView decide(CategoryListId id, boolean approved, String reason) {
        var list = lists.get(id);
        lists.oneAtATime(list.organ());
        if (lists.get(id).state() == ListState.UNDO_PENDING) {
            return undo.decide(list, approved, reason);
        }
        var me = caller.get().id();
        if (lists.submittedBy(id).equals(me)) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_SECOND_PERSON, "名单须由报送人以外的第二人确认。");
        }
        if (!lists.decide(id, approved, new CategoryLists.Ruling(me, reason))) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_NOT_PENDING, "此名单不在待确认状态。");
        }
        if (approved) {
            carryOut(id);
        }
        audit.changed("category-list", id, list.area() + "/", approved ? "确认名单" : "退回名单");
        return lists.get(id);
    }

    private void carryOut(CategoryListId id) {
        var list = lists.get(id);
        var rows = lists.recognised(id);
        persons.lock(rows.stream().map(CategoryLists.RecognisedRow::person).toList());
        var people = new LinkedHashSet<>(endings.carryOut(id));
        people.addAll(recognitions.end(id.value(), lists.changed(id)));
        people.addAll(recognitions.addMissing(rows.stream()
                .map(row -> new Recognitions.NewRecognition(
                        row.person(), row.category(), list.organ(), id.value(), row.from(), row.to(), row.unemployed()))
                .toList()));
        follow.run(list.area(), people);
        if (list.hasUnmatched()) {
            jobs.submit(RecogniseNamedJob.TYPE, new RecogniseNamedJob.Request(id, list.area()));
        }
    }
}
