package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
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
            with recursive final as (
                select id, settlement_id, amount_fen from finding
                where provider = ? and area = ? and state = 'FINAL' and amount_fen > 0),
            earlier (finding, id, replaces) as (
                select f.id, s.id, s.replaces from final f join settlement s on s.id = f.settlement_id
                union all
                select e.finding, s.id, s.replaces from earlier e join settlement s on s.id = e.replaces),
            own as (select finding, id from earlier where replaces is null),
            form (own, id) as (
                select distinct id, id from own
                union all
                select f.own, n.id from form f join settlement n on n.replaces = f.id)
            select f.id, f.amount_fen, own.id,
                   coalesce((select b.pool_fen + b.critical_illness_fen + b.medical_assistance_fen from provider_bill b
                             where b.id = own.id and not exists (
                                 select 1 from form join settlement r on r.reverses = form.id
                                 where form.own = own.id and r.redo is null)), 0),
                   coalesce((select sum(d.amount_fen) from monthly_deduction d where d.finding_id = f.id), 0)
            from final f join own on own.finding = f.id
            order by own.id, f.id
            """;

    private final Sql database;

    Deductions(Sql database) {
        this.database = database;
    }

    /** What a statement takes for a finding; negative where it gives back. */
    record Deduction(UUID finding, Money amount) {}

    /** @param held what the provider still holds of the settlement; {@code taken} in earlier statements */
    record FinalFinding(UUID id, Money amount, UUID settlement, Money held, Money taken) {}

    /** Needs the service's rights. Statements of one provider are made one after the other, so that none takes twice. */
    List<Deduction> due(String provider, String area) {
        database.first("select 1 from provider where code = ? for no key update", row -> row.getInt(1), provider);
        return due(database.list(
                FINAL,
                row -> new FinalFinding(
                        row.getObject(1, UUID.class),
                        Money.ofFen(row.getLong(2)),
                        row.getObject(3, UUID.class),
                        Money.ofFen(row.getLong(4)),
                        Money.ofFen(row.getLong(5))),
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
                due.add(new Deduction(finding.id(), taken.minus(finding.taken())));
            }
        }
        return List.copyOf(due);
    }
}
