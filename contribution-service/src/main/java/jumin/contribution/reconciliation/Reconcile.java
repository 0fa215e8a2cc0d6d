package jumin.contribution.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Takes what the tax organ says and compares it with what we have. The same content again answers with the same run. */
@ApplicationScoped
public class Reconcile {

    private final Comparison comparison;
    private final Reconciliations runs;
    private final ResponsibleOrgans organs;
    private final Sql database;
    private final Widened widened;
    private final CurrentCaller caller;
    private final Audit audit;
    private final ObjectMapper json;
    private final Failpoints failpoints;
    private final Clock clock;

    Reconcile(
            Comparison comparison,
            Reconciliations runs,
            ResponsibleOrgans organs,
            Sql database,
            Widened widened,
            CurrentCaller caller,
            Audit audit,
            ObjectMapper json,
            Failpoints failpoints,
            Clock clock) {
        this.comparison = comparison;
        this.runs = runs;
        this.organs = organs;
        this.database = database;
        this.widened = widened;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    public ReconciliationView run(ReconciliationSubmission submission) {
        check(submission);
        var fingerprint = fingerprint(submission);
        return widened.call(() ->
                runs.byContent(submission.taxOrgan(), fingerprint).orElseGet(() -> compare(submission, fingerprint)));
    }

    private void check(ReconciliationSubmission submission) {
        if (!submission.taxOrgan().equals(widened.organ())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能为本机关对账。");
        }
        if (submission.to().isBefore(submission.from())) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/to", "截止日期早于起始日期", "请核对日期");
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

    private ReconciliationView compare(ReconciliationSubmission submission, String fingerprint) {
        var organ = organs.find(submission.taxOrgan())
                .orElseThrow(() -> new ProblemException(ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关尚未登记，请联系医保系统管理员。"));
        var ours = comparison.compare(submission);
        var id = UUID.randomUUID();
        var stored = database.update(
                """
                insert into reconciliation (id, area, division_path, organ, benefit_year, first_day, last_day, our_count,
                       our_fen, their_count, their_fen, matched, fingerprint, state, received_by, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
                on conflict (organ, fingerprint) do nothing
                """,
                id,
                organ.area(),
                organ.divisionPath(),
                organ.code(),
                submission.benefitYear(),
                submission.from(),
                submission.to(),
                ours.count(),
                ours.sum().fen(),
                submission.totals().count(),
                submission.totals().sum().fen(),
                ours.matched(),
                fingerprint,
                caller.get().id(),
                OffsetDateTime.now(clock));
        if (stored == 0) {
            return runs.byContent(submission.taxOrgan(), fingerprint).orElseThrow();
        }
        comparison.storeDifferences(id, organ.code(), organ.divisionPath());
        audit.changed("reconciliation", id, organ.divisionPath(), "对账");
        failpoints.reach("reconciliation-before-commit");
        return runs.find(id).orElseThrow();
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
