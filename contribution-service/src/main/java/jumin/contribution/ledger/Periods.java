package jumin.contribution.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 结账. A period is a calendar month of recording: what is learned later is recorded later and names its own day, so a closed
 * month cannot change. Two persons of the city close it; the balances of every sub-book are kept.
 */
@ApplicationScoped
public class Periods {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Longer than any transaction may run: whatever began in the month has ended. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;
    private final Audit audit;
    private final Clock clock;

    Periods(Sql database, CurrentCaller caller, Widened widened, Audit audit, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.widened = widened;
        this.audit = audit;
        this.clock = clock;
    }

    /** A period that somebody has signed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PeriodView(
            String area,
            String period,

            @Schema(description = "SIGNED 一人已办 / CLOSED 已结账")
            String state,

            String signedBy,
            OffsetDateTime signedAt,
            String closedBy,
            OffsetDateTime closedAt) {}

    @Transactional
    public List<PeriodView> list() {
        return list(caller.get().scope().division().from());
    }

    private List<PeriodView> list(String path) {
        return database.list(
                "select area, period, signed_by, signed_at, closed_by, closed_at from accounting_period"
                        + " where starts_with(?, area || '/') order by area, period",
                row -> new PeriodView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(5) == null ? "SIGNED" : "CLOSED",
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class)),
                path);
    }

    /** The first call signs, the second of another person closes; the same person again changes nothing. */
    public PeriodView close(YearMonth period) {
        var path = caller.get().scope().division().from();
        if (!path.matches("\\d{6}/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "结账由市级办理。");
        }
        // Also postings of persons who have moved to another city stand in this one's books.
        return widened.call(() -> close(period, path));
    }

    private PeriodView close(YearMonth period, String path) {
        var area = path.substring(0, path.length() - 1);
        requireOver(period);
        requireEarlierClosed(area, period);
        var me = caller.get().id();
        var now = OffsetDateTime.now(clock);
        var fresh = database.update(
                "insert into accounting_period (area, period, signed_by, signed_at) values (?, ?, ?, ?) on conflict do nothing",
                area,
                period.toString(),
                me,
                now);
        var closes = fresh == 0 && database.update("""
                                update accounting_period set closed_by = ?, closed_at = ?
                                where area = ? and period = ? and closed_by is null and signed_by <> ?
                                """, me, now, area, period.toString(), me) == 1;
        if (closes) {
            keepBalances(area, period);
        }
        if (fresh == 1 || closes) {
            audit.changed("accounting-period", area + ":" + period, path, closes ? "结账" : "结账（第一人）");
        }
        return find(area, period).orElseThrow();
    }

    private Optional<PeriodView> find(String area, YearMonth period) {
        return list(area + "/").stream()
                .filter(view -> view.area().equals(area) && view.period().equals(period.toString()))
                .findFirst();
    }

    private void requireOver(YearMonth period) {
        var end = period.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        if (clock.instant().isBefore(end.plus(SETTLED))) {
            throw new ProblemException(ContributionProblem.PERIOD_NOT_OVER, period + " 尚未结束，月末之后才能结账。");
        }
    }

    /** Also a month that nobody has begun to close, since the first in which something was posted. */
    private void requireEarlierClosed(String area, YearMonth period) {
        var first = database.first(
                        "select to_char(min(recorded_at) at time zone ?, 'YYYY-MM') from posting where area = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        ZONE.getId(),
                        area)
                .flatMap(month -> month);
        var closed = list(area + "/").stream()
                .filter(view -> view.closedBy() != null)
                .map(PeriodView::period)
                .toList();
        first.map(YearMonth::parse).stream()
                .flatMap(month -> Stream.iterate(month, one -> one.isBefore(period), one -> one.plusMonths(1)))
                .filter(month -> !closed.contains(month.toString()))
                .findFirst()
                .ifPresent(open -> {
                    throw new ProblemException(ContributionProblem.PERIOD_EARLIER_OPEN, open + " 还没有结账，请从最早的期间结起。");
                });
        begun(area, period);
    }

    private void begun(String area, YearMonth period) {
        var open = database.count(
                "select count(*) from accounting_period where area = ? and period < ? and closed_by is null",
                area,
                period.toString());
        if (open > 0) {
            throw new ProblemException(ContributionProblem.PERIOD_EARLIER_OPEN, "更早的期间还在结账中，请先完成。");
        }
    }

    private void keepBalances(String area, YearMonth period) {
        var from = period.atDay(1).atStartOfDay(ZONE).toOffsetDateTime();
        var to = period.plusMonths(1).atDay(1).atStartOfDay(ZONE).toOffsetDateTime();
        database.update("""
                insert into period_balance (area, period, book, account, opening_fen, in_fen, out_fen)
                select ?, ?, book, account,
                       coalesce(sum(moved_in - moved_out) filter (where recorded_at < ?), 0),
                       coalesce(sum(moved_in) filter (where recorded_at >= ?), 0),
                       coalesce(sum(moved_out) filter (where recorded_at >= ?), 0)
                from (
                    select book, account_to account, amount_fen moved_in, 0 moved_out, recorded_at from posting
                    where area = ? and recorded_at < ?
                    union all
                    select book, account_from, 0, amount_fen, recorded_at from posting where area = ? and recorded_at < ?) moves
                group by book, account
                """, area, period.toString(), from, from, from, area, to, area, to);
    }
}
