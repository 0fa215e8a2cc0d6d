package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Opens a run for days that nobody has closed. */
@ApplicationScoped
class OpenRun {

    private final Sql database;
    private final ResponsibleOrgans organs;
    private final CurrentCaller caller;
    private final Clock clock;

    OpenRun(Sql database, ResponsibleOrgans organs, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.organs = organs;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the tax organ says as a whole. */
    record Wanted(
            String organ,
            int benefitYear,
            LocalDate from,
            LocalDate to,
            long count,
            Money sum,
            String fingerprint,
            Optional<LocalDate> treasuryThrough,
            boolean withUnpaid,
            boolean totalsOnly) {}

    /** The path of the organ; empty when somebody else has just stored the same content. */
    Optional<String> add(UUID id, Wanted wanted) {
        var organ = organs.find(wanted.organ())
                .orElseThrow(() -> new ProblemException(ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关尚未登记，请联系医保系统管理员。"));
        requireOpenDays(wanted);
        var stored = database.update(
                """
                insert into reconciliation (id, area, division_path, organ, benefit_year, first_day, last_day, our_count,
                       our_fen, their_count, their_fen, matched, fingerprint, state, received_by, received_at,
                       treasury_through, with_unpaid, totals_only)
                values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, 0, ?, 'COMPARING', ?, ?, ?, ?, ?)
                on conflict (organ, fingerprint) where state <> 'WITHDRAWN' do nothing
                """,
                id,
                organ.area(),
                organ.divisionPath(),
                organ.code(),
                wanted.benefitYear(),
                wanted.from(),
                wanted.to(),
                wanted.count(),
                wanted.sum().fen(),
                wanted.fingerprint(),
                caller.get().id(),
                OffsetDateTime.now(clock),
                wanted.treasuryThrough(),
                wanted.withUnpaid(),
                wanted.totalsOnly());
        return stored == 1 ? Optional.of(organ.divisionPath()) : Optional.empty();
    }

    private void requireOpenDays(Wanted wanted) {
        database.first(
                        """
                        select min(day), max(day), count(*) from reconciled_day
                        where organ = ? and benefit_year = ? and day between ? and ?
                        """,
                        row -> row.getLong(3) == 0
                                ? ""
                                : row.getObject(1, LocalDate.class) + " 至 " + row.getObject(2, LocalDate.class),
                        wanted.organ(),
                        wanted.benefitYear(),
                        wanted.from(),
                        wanted.to())
                .filter(days -> !days.isEmpty())
                .ifPresent(days -> {
                    throw new ProblemException(
                            ContributionProblem.RECONCILIATION_DAY_CLOSED,
                            days + " 之间有已关闭的对账日，已关闭的不再变化；请只对尚未关闭的日期，迟到的记录会列在开放日。");
                });
    }
}
