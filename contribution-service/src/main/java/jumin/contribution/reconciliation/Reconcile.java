package jumin.contribution.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/**
 * Takes what the tax organ says and compares it with what we have: a message at once, a file by a job. The same content again
 * answers with the same run; days that are closed are not compared again.
 */
@ApplicationScoped
public class Reconcile {

    private static final int MOST_DAYS = 800;

    private final CompareRun compare;
    private final TaxDetails details;
    private final AgreedTotals agreed;
    private final Reconciliations runs;
    private final OpenRun open;
    private final Jobs jobs;
    private final Widened widened;
    private final Audit audit;
    private final ObjectMapper json;
    private final Failpoints failpoints;

    Reconcile(
            CompareRun compare,
            TaxDetails details,
            AgreedTotals agreed,
            Reconciliations runs,
            OpenRun open,
            Jobs jobs,
            Widened widened,
            Audit audit,
            ObjectMapper json,
            Failpoints failpoints) {
        this.compare = compare;
        this.details = details;
        this.agreed = agreed;
        this.runs = runs;
        this.open = open;
        this.jobs = jobs;
        this.widened = widened;
        this.audit = audit;
        this.json = json;
        this.failpoints = failpoints;
    }

    public ReconciliationView run(ReconciliationSubmission submission) {
        check(submission);
        var wanted = new OpenRun.Wanted(
                submission.taxOrgan(),
                submission.benefitYear(),
                submission.from(),
                submission.to(),
                submission.totals().count(),
                submission.totals().sum(),
                fingerprint(submission),
                Optional.ofNullable(submission.treasuryThrough()),
                Boolean.TRUE.equals(submission.includeUnpaid()),
                submission.byTotals());
        return widened.call(() -> runs.byContent(wanted.organ(), wanted.fingerprint())
                .orElseGet(() -> {
                    var id = TimeOrderedId.next();
                    var lines = submission.byTotals() ? agreed.details(wanted) : stated(submission);
                    details.stage(id, lines::forEach);
                    return store(id, wanted, () -> compare.now(id));
                }));
    }

    private static List<TaxDetails.Detail> stated(ReconciliationSubmission submission) {
        return submission.details().stream()
                .map(detail ->
                        new TaxDetails.Detail(detail.voucherNo(), detail.amount(), detail.paidOn(), detail.reversed()))
                .toList();
    }

    /** A file of any length: staged while it is checked, compared by a job. */
    public ReconciliationView run(Path upload) {
        var own = widened.organ();
        return widened.call(() -> {
            var id = TimeOrderedId.next();
            var file = staged(id, upload, own);
            var known = runs.byContent(own, file.sha256());
            if (known.isPresent()) {
                details.forget(id);
                return resumed(known.get().reconciliationId(), file);
            }
            return store(id, wanted(file), () -> submit(id, file.details(), ""));
        });
    }

    private ReconciliationFile staged(UUID id, Path upload, String own) {
        var checked = new AtomicReference<ReconciliationFile>();
        details.stage(
                id,
                taker -> checked.set(ReconciliationFile.checked(
                        upload, header -> requireOwn(own, header.organ(), header.from(), header.to()), taker)));
        return checked.get();
    }

    private static OpenRun.Wanted wanted(ReconciliationFile file) {
        var header = file.header();
        return new OpenRun.Wanted(
                header.organ(),
                header.benefitYear(),
                header.from(),
                header.to(),
                file.count(),
                file.sum(),
                file.sha256(),
                header.treasuryThrough(),
                header.withUnpaid(),
                false);
    }

    /** A comparison that gave up or was cancelled: sending the file again goes on with the step it had not finished. */
    private ReconciliationView resumed(UUID id, ReconciliationFile file) {
        runs.lock(id);
        var known = runs.find(id).orElseThrow();
        if (known.state().equals("COMPARING")) {
            jobs.find(known.jobId()).filter(CompareRun::gaveUp).ifPresent(job -> {
                details.forget(id);
                details.stage(id, file::forEach);
                submit(id, file.details(), CompareRun.at(job));
            });
        }
        return runs.find(id).orElseThrow();
    }

    private void submit(UUID id, long lines, String from) {
        var job = jobs.submit(CompareRun.TYPE, Map.of("runId", id.toString(), "lines", lines, "from", from));
        runs.workedBy(id, job.id());
        failpoints.reach("reconciliation-staged-before-commit");
    }

    /** The details are staged under this id. */
    private ReconciliationView store(UUID id, OpenRun.Wanted wanted, Runnable next) {
        var path = open.add(id, wanted);
        if (path.isEmpty()) {
            details.forget(id);
            return runs.byContent(wanted.organ(), wanted.fingerprint()).orElseThrow();
        }
        next.run();
        audit.changed("reconciliation", id, path.get(), "对账");
        return runs.find(id).orElseThrow();
    }

    private static void requireOwn(String own, String organ, LocalDate from, LocalDate to) {
        if (!organ.equals(own)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能为本机关对账。");
        }
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/to", "截止日期早于起始日期，或超过" + MOST_DAYS + "天", "请核对日期");
        }
    }

    private void check(ReconciliationSubmission submission) {
        requireOwn(widened.organ(), submission.taxOrgan(), submission.from(), submission.to());
        if (submission.byTotals()) {
            requireOneDay(submission);
            return;
        }
        if (submission.details().stream()
                .anyMatch(detail ->
                        detail.amount().isNegative() || detail.amount().isZero())) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/details", "明细金额须大于零", "已冲正的写 status=REVERSED，金额与原缴费相同");
        }
        var normal = submission.details().stream()
                .filter(detail -> !detail.reversed())
                .toList();
        var sum = normal.stream().map(ReconciliationSubmission.Detail::amount).reduce(Money.ZERO, Money::plus);
        if (normal.size() != submission.totals().count()
                || !sum.equals(submission.totals().sum())) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_TOTALS_WRONG,
                    "总额为 " + submission.totals().count() + " 笔 "
                            + submission.totals().sum() + " 元，明细为 " + normal.size() + " 笔 " + sum
                            + " 元；数据可能不完整，请核对后重发。未保存任何内容。");
        }
    }

    /** Over several days one difference may hide another. */
    private static void requireOneDay(ReconciliationSubmission submission) {
        if (!submission.from().equals(submission.to())) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/details", "只送总额的，一次只能对一天", "请逐日送总额，或附明细");
        }
    }

    private String fingerprint(ReconciliationSubmission submission) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(submission)));
        } catch (NoSuchAlgorithmException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
