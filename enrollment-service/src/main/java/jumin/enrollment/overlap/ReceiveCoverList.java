package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.category.CategoryLists;
import jumin.enrollment.page.Page;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.ProblemException;

/** 接收、查看、重试、撤销参保名单. With the view of the service; the sender learns of each row no more than its verdict. */
@ApplicationScoped
public class ReceiveCoverList {

    private static final int BATCH = 1000;

    private final CoverLists lists;
    private final CoverRows rows;
    private final MatchCoverList match;
    private final Conflicts conflicts;
    private final Jobs jobs;
    private final Audit audit;

    ReceiveCoverList(
            CoverLists lists, CoverRows rows, MatchCoverList match, Conflicts conflicts, Jobs jobs, Audit audit) {
        this.lists = lists;
        this.rows = rows;
        this.match = match;
        this.conflicts = conflicts;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** A short list, matched at once. */
    @Transactional
    public CoverListView run(CategoryLists.Sender sender, CoverListSubmission submission) {
        var id = lists.add(sender, new CoverLists.Header(submission.source(), submission.listMonth(), ""));
        var read = IntStream.range(0, submission.rows().size())
                .mapToObj(i -> CoverRow.of(i + 1, submission.rows().get(i)))
                .toList();
        keep(sender, id, read, new TreeMap<>());
        lists.total(id, read.size());
        for (var after = 0; ; ) {
            after = match.chunk(lists.get(id), after, BATCH);
            if (after == 0) {
                break;
            }
        }
        lists.state(id, "MATCHED", "");
        audited(sender, id, "比对");
        return lists.get(id).view().with(rows.page(id, Optional.empty(), 1, read.size()));
    }

    /** What was uploaded. */
    public record Upload(CoverSource source, String listMonth, String fileName, Path path) {}

    /** A list of any length: stored now, matched by a job. */
    @Transactional
    public CoverListView receive(CategoryLists.Sender sender, Upload upload) {
        var id = lists.add(sender, new CoverLists.Header(upload.source(), upload.listMonth(), upload.fileName()));
        var invalid = new TreeMap<String, Integer>();
        var total = 0;
        try (var file = CoverListFile.open(upload.path())) {
            for (var batch = file.take(BATCH); !batch.isEmpty(); batch = file.take(BATCH)) {
                total += batch.size();
                keep(sender, id, batch, invalid);
            }
        }
        if (total == 0) {
            throw new ProblemException(EnrollmentProblem.COVER_LIST_UNREADABLE, "表头下没有数据。");
        }
        lists.total(id, total);
        submit(id);
        audited(sender, id, "接收 " + total + " 行");
        return lists.get(id).view();
    }

    private void keep(CategoryLists.Sender sender, CoverListId id, List<CoverRow> read, Map<String, Integer> counts) {
        rows.add(sender, id, read);
        var faulty = (int) read.stream().filter(row -> !row.matchable()).count();
        if (faulty > 0) {
            counts.merge("INVALID", faulty, Integer::sum);
            lists.counts(id, counts);
        }
    }

    private void submit(CoverListId id) {
        lists.matchedBy(
                id,
                jobs.submit(MatchCoverListJob.TYPE, Map.of("listId", id.toString()))
                        .id());
    }

    @Transactional
    public Page<CoverListView> page(CoverListFilter filter, int page, int size) {
        return new Page<>(lists.page(filter, page, size), page, size, lists.count(filter));
    }

    @Transactional
    public CoverListView one(CoverListId id) {
        return lists.get(id).view();
    }

    @Transactional
    public Page<CoverListView.RowView> rows(CoverListId id, Optional<String> verdict, int page, int size) {
        lists.get(id);
        return new Page<>(rows.page(id, verdict, page, size), page, size, rows.count(id, verdict));
    }

    /** Goes on where the job broke off. */
    @Transactional
    public CoverListView retry(CategoryLists.Sender sender, CoverListId id) {
        var list = mine(sender, id);
        if (!list.view().state().equals("FAILED")) {
            throw new ProblemException(EnrollmentProblem.COVER_LIST_NOT_READY, "没有中断的比对可以重试。");
        }
        submit(id);
        audited(sender, id, "重试");
        return lists.get(id).view();
    }

    /** What is still open of it is withdrawn; what a clerk decided stays until the clerk takes it back. */
    @Transactional
    public CoverListView undo(CategoryLists.Sender sender, CoverListId id, String reason) {
        var list = mine(sender, id);
        if (list.view().state().equals("UNDONE")) {
            throw new ProblemException(EnrollmentProblem.COVER_LIST_NOT_READY, "此名单已撤销。");
        }
        var withdrawn = conflicts.withdraw(id, reason);
        var decided = conflicts.decided(id);
        lists.undone(id, reason);
        lists.state(id, "UNDONE", "撤回待处理" + withdrawn + "项" + (decided == 0 ? "" : "；已处理的" + decided + "项由参保地逐项撤销"));
        audited(sender, id, "撤销：" + reason);
        return lists.get(id).view();
    }

    /** Seen with the view of the service: whose list it is must be asked. */
    private CoverLists.Stored mine(CategoryLists.Sender sender, CoverListId id) {
        var list = lists.lock(id);
        lists.requireOf(id, sender.organ());
        return list;
    }

    private void audited(CategoryLists.Sender sender, CoverListId id, String what) {
        audit.changed("cover-list", id, sender.divisionPath(), sender.login() + " " + what);
    }
}
