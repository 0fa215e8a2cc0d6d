package jumin.contribution.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.levy.HeldReason;
import jumin.contribution.money.FindWaitingMoney;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.place.HousePosition;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 催缴清单: who owes, who paid short, whose levy is held, and who was registered last year and is not this year. */
@ApplicationScoped
public class ListArrears {

    private static final String SQL = """
            with asked as (select ?::int as year, ?::text as first_path, ?::text as end_path)
            select p.person_id, p.person_no, p.name, p.id_masked, p.phone_masked, p.household_id, p.division_path,
                   coalesce(d.name, ''),
                   kind.word, coalesce(l.due_fen, 0), paid.fen,
                   case when before.covered then 'COVERED' when before.covered is null then 'NONE' else 'NOT_COVERED' end,
                   v.visits, v.visited_on, v.reason, v.note, v.visited_by, coalesce(l.reason, ''), p.house_number,
                   head.name
            from asked cross join insured_person p
                 left join division d on d.path = p.division_path
                 left join household h on h.household_id = p.household_id
                 left join insured_person head on head.person_id = h.head and head.known
                 left join levy l on l.person_id = p.person_id and l.benefit_year = asked.year
                       and l.superseded_by is null and l.state <> 'CANCELLED'
                 cross join lateral (select coalesce((select paid_fen from levy_paid t
                       where t.person_id = p.person_id and t.benefit_year = asked.year), 0) as fen) paid
                 cross join lateral (select case when l.state = 'HELD' then 'HELD' when l.state is null then 'NOT_REGISTERED'
                        when paid.fen > 0 then 'SHORT' else 'UNPAID' end as word) kind
                 left join lateral (select exists (select 1 from coverage_interval i
                             where i.decision_id = c.id and i.state = 'COVERED') as covered
                       from coverage_decision c where c.person_id = p.person_id
                         and c.benefit_year = asked.year - 1 and c.superseded_by is null) before on true
                 left join lateral (select count(*) over () as visits, visited_on, reason, note, visited_by
                       from visit where visit.person_id = p.person_id and benefit_year = asked.year
                       order by seq desc limit 1) v on true
            where p.known and p.status = 'ACTIVE'
              and p.division_path >= asked.first_path and p.division_path < asked.end_path
              and (p.division_path, p.house_number, p.household_id, p.person_id) > (?, ?, ?, ?)
              and ? in ('', p.house_number) and ? in ('', kind.word) and ? in ('', l.reason) and ? in ('', v.reason)
              and (l.state = 'HELD' or l.due_fen > paid.fen
                   or (l.state is null
                       and not exists (select 1 from enrollment e where e.person_id = p.person_id
                             and e.benefit_year = asked.year and e.state in ('ENROLLED', 'TERMINATED'))
                       and exists (select 1 from enrollment e where e.person_id = p.person_id
                             and e.benefit_year = asked.year - 1 and e.state = 'ENROLLED')))
            order by p.division_path, p.house_number, p.household_id, p.person_id limit ?
            """;

    private final Sql database;
    private final FindWaitingMoney waiting;
    private final Audit audit;

    ListArrears(Sql database, FindWaitingMoney waiting, Audit audit) {
        this.database = database;
        this.waiting = waiting;
        this.audit = audit;
    }

    /**
     * Which lines are wanted: each empty for any.
     *
     * @param house 户编号; @param held why the levy is on hold; @param visit what the last visit brought
     */
    public record Which(String house, String kind, String held, String visit) {}

    /** @param after where the page before ended; empty for the first */
    public record Wanted(int benefitYear, DivisionRange division, Which which, String after, int limit) {}

    @Transactional
    public ArrearsPage run(Wanted wanted) {
        var after = HousePosition.parse(wanted.after());
        var found = database.list(
                SQL,
                ListArrears::line,
                wanted.benefitYear(),
                wanted.division().from(),
                wanted.division().to(),
                after.divisionPath(),
                after.house(),
                after.household(),
                after.personId(),
                wanted.which().house(),
                wanted.which().kind(),
                wanted.which().held(),
                wanted.which().visit(),
                wanted.limit());
        var money = waiting.of(found.stream().map(ArrearsPage.Line::personId).toList(), wanted.benefitYear());
        var lines = found.stream()
                .map(line -> line.with(money.getOrDefault(line.personId(), List.of())))
                .toList();
        lines.forEach(line -> audit.read("arrears", line.personId(), line.divisionPath()));
        if (lines.size() < wanted.limit()) {
            return new ArrearsPage(wanted.benefitYear(), lines, null);
        }
        return new ArrearsPage(wanted.benefitYear(), lines, lines.getLast().position());
    }

    private static ArrearsPage.Line line(ResultSet row) throws SQLException {
        var kind = ArrearsPage.Kind.valueOf(row.getString(9));
        var due = Money.ofFen(row.getLong(10));
        var paid = Money.ofFen(row.getLong(11));
        return new ArrearsPage.Line(
                row.getObject(1, UUID.class),
                row.getString(2),
                Masked.name(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(19),
                Optional.ofNullable(row.getString(20)).map(Masked::name).orElse(null),
                row.getString(7),
                row.getString(8),
                kind,
                kind.title(),
                kind == ArrearsPage.Kind.HELD ? row.getString(18) : null,
                kind == ArrearsPage.Kind.HELD ? HeldReason.text(row.getString(18)) : null,
                due,
                paid,
                kind == ArrearsPage.Kind.HELD ? Money.ZERO : due.minus(paid),
                ArrearsPage.LastYear.valueOf(row.getString(12)),
                row.getInt(13),
                visit(row),
                List.of());
    }

    private static ArrearsPage.LastVisit visit(ResultSet row) throws SQLException {
        if (row.getString(15) == null) {
            return null;
        }
        var reason = VisitReason.valueOf(row.getString(15));
        return new ArrearsPage.LastVisit(
                row.getObject(14, LocalDate.class), reason, reason.title(), row.getString(16), row.getString(17));
    }
}
