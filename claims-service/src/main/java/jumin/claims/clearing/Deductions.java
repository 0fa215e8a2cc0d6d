package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 审核扣减: what final findings take from a provider, settlement by settlement, and never more than it still holds of one.
 * A settlement and what it was redone to are one care: what the provider holds is what its own settlement gave it, and
 * nothing once that is reversed. Where more was taken before, the rest is given back.
 */
@ApplicationScoped
class Deductions {

    private static final String FINAL = """
            with final as (
                select id, coalesce(upheld_fen, amount_fen) as amount_fen, first_decision(settlement_id) as own from finding
                where provider = ? and area = ? and state = 'FINAL' and amount_fen > 0)
            select f.id, f.amount_fen, f.own, o.settled_on, o.benefit_year,
                   coalesce((select b.pool_fen + b.critical_illness_fen + b.medical_assistance_fen from provider_bill b
                             where b.id = f.own and not exists (
                                 select 1 from decision_forms(f.own) form join settlement r on r.reverses = form.id
                                 where r.redo is null)), 0),
                   coalesce((select sum(d.amount_fen) from monthly_deduction d join monthly_statement m on m.id = d.statement_id
                             where d.finding_id = f.id and m.state <> 'REJECTED'), 0)
            from final f join settlement o on o.id = f.own
            order by f.own, f.id
            """;

    private final Sql database;

    Deductions(Sql database) {
        this.database = database;
    }

    /** What a statement takes for a finding; negative where it gives back. */
    record Deduction(UUID finding, Money amount, Shares.Cell cell) {}

    /** @param held what the provider still holds of the settlement; {@code taken} in earlier statements */
    record FinalFinding(UUID id, Money amount, UUID settlement, Shares.Cell cell, Money held, Money taken) {}

    /** Needs the service's rights. Statements of one provider are made one after the other, so that none takes twice. */
    List<Deduction> due(String provider, String area) {
        database.first("select 1 from provider where code = ? for no key update", row -> row.getInt(1), provider);
        return due(database.list(
                FINAL,
                row -> new FinalFinding(
                        row.getObject(1, UUID.class),
                        Money.ofFen(row.getLong(2)),
                        row.getObject(3, UUID.class),
                        new Shares.Cell(YearMonth.from(row.getObject(4, LocalDate.class)), row.getInt(5)),
                        Money.ofFen(row.getLong(6)),
                        Money.ofFen(row.getLong(7))),
                provider,
                area));
    }

    /** The first finding of a settlement takes first. Pure. */
    static List<Deduction> due(List<FinalFinding> findings) {
        var left = new HashMap<UUID, Money>();
        var due = new ArrayList<Deduction>();
        for (var finding : findings) {
            var held = left.getOrDefault(finding.settlement(), finding.held());
            var taken = finding.amount().min(held);
            left.put(finding.settlement(), held.minus(taken));
            if (!taken.equals(finding.taken())) {
                due.add(new Deduction(finding.id(), taken.minus(finding.taken()), finding.cell()));
            }
        }
        return List.copyOf(due);
    }
}
