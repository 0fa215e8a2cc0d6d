package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.recognition.Recognitions;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 撤销部门名单: its recognitions go, and whom it ended comes back. What would move more than the share of the organ's recognitions
 * that a list itself may end waits for a second person; a handful may always be corrected. A list that still waits for its second
 * person is withdrawn: nothing of it was applied.
 */
@ApplicationScoped
public class UndoCategoryList {

    private static final String MOVED = """
            select count(*) from recognition
            where superseded_by is null and (list_id = ? or ended_by = ?)
            """;
    private static final String STANDING = """
            select count(*) from recognition
            where superseded_by is null and organ = ? and area = ? and category = any (?) and ended_by is null
              and category_in_places((select places from category_list where id = ?), division_path)
            """;
    private static final String ASK = """
            update category_list set state = 'UNDO_PENDING', undo_asked_by = ?, undo_reason = ?, undo_share = ?,
                undo_decided_by = '', undo_decision = ''
            where id = ? and state = 'APPLIED'
            """;
    private static final String KEEP =
            "update category_list set state = 'APPLIED' where id = ? and state = 'UNDO_PENDING'";
    private static final String RULED =
            "update category_list set undo_decided_by = ?, undo_decision = ? where id = ? and state = 'UNDO_PENDING'";
    private static final String WITHDRAW = """
            update category_list set state = 'WITHDRAWN', undo_asked_by = ?, undone_at = ?, undo_reason = ?
            where id = ? and state = 'PENDING'
            """;
    private static final String UNDO = """
            update category_list set state = 'UNDONE', undone_at = ?, undo_reason = ?
            where id = ? and state in ('APPLIED', 'UNDO_PENDING')
            """;

    private final CategoryLists lists;
    private final Recognitions recognitions;
    private final FollowRecognitions follow;
    private final Sql sql;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Failpoints failpoints;
    private final Clock clock;
    private final int mostPercent;
    private final int freely;

    UndoCategoryList(
            CategoryLists lists,
            Recognitions recognitions,
            FollowRecognitions follow,
            Sql sql,
            Audit audit,
            CurrentCaller caller,
            Failpoints failpoints,
            Clock clock,
            @ConfigProperty(name = "jumin.category-lists.most-ended-percent") int mostPercent,
            @ConfigProperty(name = "jumin.category-lists.freely-undone") int freely) {
        this.lists = lists;
        this.recognitions = recognitions;
        this.follow = follow;
        this.sql = sql;
        this.audit = audit;
        this.caller = caller;
        this.failpoints = failpoints;
        this.clock = clock;
        this.mostPercent = mostPercent;
        this.freely = freely;
    }

    /** @throws ProblemException when it is not the sender's, or does not apply */
    @Transactional
    CategoryListView run(CategoryLists.Sender sender, CategoryListId id, String reason) {
        lists.oneAtATime(sender.organ());
        var list = lists.get(id);
        if (!list.organ().equals(sender.organ()) || !list.area().equals(sender.area())) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_UNKNOWN, "没有此名单，或不是您单位的名单。");
        }
        if (list.state() == ListState.PENDING) {
            sql.update(WITHDRAW, caller.get().id(), OffsetDateTime.now(clock), reason, id.value());
            audit.changed("category-list", id, sender.divisionPath(), sender.login() + " 撤回待确认的名单");
            return lists.get(id);
        }
        if (list.state() != ListState.APPLIED) {
            throw new ProblemException(
                    EnrollmentProblem.CATEGORY_LIST_ALREADY_UNDONE,
                    list.state() == ListState.UNDO_PENDING ? "此名单的撤销已提出，正待第二人确认。" : "此名单没有生效，或已撤销，不能再次撤销。");
        }
        var share = share(list);
        if (share.isPresent()) {
            sql.update(ASK, caller.get().id(), reason, share.get(), id.value());
            audit.changed("category-list", id, sender.divisionPath(), sender.login() + " 提出撤销名单");
        } else {
            carryOut(list, reason);
            audit.changed("category-list", id, sender.divisionPath(), sender.login() + " 撤销名单");
        }
        return lists.get(id);
    }

    /** 第二人确认撤销; the list is locked, and its undo pending. */
    CategoryListView decide(CategoryListView list, boolean approved, String reason) {
        var asked = sql.first(
                        "select undo_asked_by, undo_reason from category_list where id = ?",
                        row -> new Asked(row.getString(1), row.getString(2)),
                        list.listId().value())
                .orElseThrow();
        if (asked.by().equals(caller.get().id())) {
            throw new ProblemException(EnrollmentProblem.CATEGORY_LIST_SECOND_PERSON, "撤销名单须由提出人以外的第二人确认。");
        }
        sql.update(RULED, caller.get().id(), reason, list.listId().value());
        if (approved) {
            carryOut(list, asked.reason());
        } else {
            sql.update(KEEP, list.listId().value());
        }
        audit.changed("category-list", list.listId(), list.area() + "/", approved ? "确认撤销名单" : "驳回撤销名单");
        return lists.get(list.listId());
    }

    private record Asked(String by, String reason) {}

    private void carryOut(CategoryListView list, String reason) {
        var id = list.listId().value();
        sql.update(UNDO, OffsetDateTime.now(clock), reason, id);
        failpoints.reach("category-list-undo-before-commit");
        var people = new LinkedHashSet<>(recognitions.supersedeList(id, id));
        people.addAll(recognitions.reopen(id));
        follow.run(list.area(), people);
    }

    /** How many of a hundred would move, when that is too many for one person. */
    private Optional<Integer> share(CategoryListView list) {
        var id = list.listId().value();
        var moved = sql.count(MOVED, id, id);
        var standing = sql.count(STANDING, list.organ(), list.area(), list.categories(), id);
        return moved > freely && moved * 100 > standing * mostPercent
                ? Optional.of((int) Math.min(100, moved * 100 / Math.max(1, standing)))
                : Optional.empty();
    }
}
