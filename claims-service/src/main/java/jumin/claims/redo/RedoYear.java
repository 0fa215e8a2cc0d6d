package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.settlement.Settlements;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;

/** 按今天所知重算一个人的一个年度: all its decisions that would come out another way, in one transaction. */
@ApplicationScoped
public class RedoYear {

    private final PersonYears years;
    private final Candidates candidates;
    private final WriteRedo redo;
    private final RedoItems items;
    private final Audit audit;
    private final Failpoints failpoints;

    RedoYear(
            PersonYears years,
            Candidates candidates,
            WriteRedo redo,
            RedoItems items,
            Audit audit,
            Failpoints failpoints) {
        this.years = years;
        this.candidates = candidates;
        this.redo = redo;
        this.items = items;
        this.audit = audit;
        this.failpoints = failpoints;
    }

    /** What would be written now; nothing is. */
    List<Renewed.Outcome> trial(PersonYear year) {
        var standing = candidates.standing(year.person(), year.benefitYear());
        return candidates.of(standing, years.read(standing.ledgers())).different();
    }

    /** Empty when nothing would come out another way any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<WriteRedo.Written> run(PersonYear year, String divisionPath, String reason, String by) {
        var now = years.lock(
                candidates.standing(year.person(), year.benefitYear()).ledgers(), divisionPath);
        var standing = candidates.standing(year.person(), year.benefitYear());
        items.lock(standing.ledgers());
        var different = candidates.of(standing, now).different();
        items.replaceAll(standing, different);
        if (different.isEmpty()) {
            return Optional.empty();
        }
        var order = new WriteRedo.Order(Cause.LATE_FACTS, year, Settlements.NO_PROVIDER, divisionPath, reason, by);
        var written = redo.run(order, now, different);
        standing.ledgers().forEach(ledger -> items.done(ledger, written.id(), new RedoItemSteps.By(by, reason)));
        audit.changed("redo", written.id(), divisionPath, reason);
        failpoints.reach("redo-before-commit");
        return Optional.of(written);
    }
}
