package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.DivisionRange;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 退费办理清单: the refunds of a place, the oldest first, and how long each has waited for its next step. */
@ApplicationScoped
public class ListRefunds {

    private static final String SQL = """
            select r.id, r.seq, r.state, r.person_id, p.person_no, p.name, r.division_path, d.name, r.benefit_year, r.cause,
                   r.amount_fen, r.channel, r.organ, r.requested_by, r.requested_at, r.changed_at, r.document_no, r.paid_on, r.note
            from refund r left join insured_person p on p.person_id = r.person_id
                 left join division d on d.path = r.division_path
            where ? in (0, r.benefit_year) and ? in ('', r.state) and ? in ('', r.cause)
              and (?::uuid is null or r.person_id = ?::uuid) and r.division_path >= ? and r.division_path < ?
              and (? = 0 or r.state in ('REQUESTED', 'ORDERED', 'FAILED') and r.changed_at <= ?)
              and r.seq > ?
            order by r.seq limit ?
            """;

    private final Sql database;
    private final RefundCauses causes;
    private final Audit audit;
    private final Clock clock;

    ListRefunds(Sql database, RefundCauses causes, Audit audit, Clock clock) {
        this.causes = causes;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which are wanted.
     *
     * @param benefitYear 0 for all years
     * @param state empty for all; @param cause empty for all
     * @param waitingDays only those that have waited at least so long for their next step; 0 for all
     */
    public record Wanted(
            int benefitYear,
            String state,
            String cause,
            Optional<UUID> person,
            DivisionRange division,
            int waitingDays) {}

    /** In the order they were asked for. */
    @Transactional
    public RefundPage run(Wanted wanted, long after, int limit) {
        var now = OffsetDateTime.now(clock);
        var items = database.list(
                SQL,
                row -> line(row, wanted.division().area(), now),
                wanted.benefitYear(),
                wanted.state(),
                wanted.cause(),
                wanted.person(),
                wanted.person(),
                wanted.division().from(),
                wanted.division().to(),
                wanted.waitingDays(),
                now.minusDays(wanted.waitingDays()),
                after,
                limit);
        audit.readAll(
                "refunds",
                items.stream()
                        .filter(line -> line.personId() != null)
                        .map(line -> new Audit.Subject(line.personId(), line.divisionPath()))
                        .distinct()
                        .toList());
        return new RefundPage(
                items, items.size() < limit ? null : items.getLast().seq());
    }

    private RefundPage.Line line(ResultSet row, String area, OffsetDateTime now) throws SQLException {
        var state = RefundCase.State.valueOf(row.getString(3));
        var since = row.getObject(16, OffsetDateTime.class);
        return new RefundPage.Line(
                row.getObject(1, UUID.class),
                row.getLong(2),
                state.name(),
                state.title(),
                state.isOpen() ? Math.max(0, ChronoUnit.DAYS.between(since, now)) : 0,
                row.getObject(4, UUID.class),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).map(Masked::name).orElse(null),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getString(10),
                causes.title(area, row.getInt(9), row.getString(10)),
                Money.ofFen(row.getLong(11)),
                row.getString(12),
                RefundCase.Channel.valueOf(row.getString(12)).title(),
                row.getString(13),
                row.getString(14),
                row.getObject(15, OffsetDateTime.class),
                since,
                row.getString(17),
                row.getObject(18, LocalDate.class),
                row.getString(19));
    }
}
