package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.audit.Audit;
import jumin.platform.job.Job;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** The list of what is to be redone, and what a person with the right does about it. */
@ApplicationScoped
public class RedoList {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final RedoItems items;
    private final RedoYear redo;
    private final Settlements settlements;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;

    RedoList(RedoItems items, RedoYear redo, Settlements settlements, Jobs jobs, CurrentCaller caller, Audit audit) {
        this.items = items;
        this.redo = redo;
        this.settlements = settlements;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public RedoListResource.RedoPage page(int benefitYear, RedoItemView.State state, UUID after, int limit) {
        var from = Optional.ofNullable(after).orElse(FROM_THE_BEGINNING).toString();
        var found = items.page(state.name(), benefitYear, from, limit);
        audit.read("redo-items", benefitYear, caller.get().scope().division().from());
        return new RedoListResource.RedoPage(
                found,
                found.size() < limit ? "" : found.getLast().settlementId().toString());
    }

    @Transactional
    public List<RedoTrialLine> trial(SettlementId settlement) {
        var row = row(settlement);
        audit.read("redo-trial", settlement, row.origin().divisionPath());
        return redo.trial(row.year()).stream().map(RedoTrialLine::of).toList();
    }

    @Transactional
    public void dismiss(SettlementId settlement, String reason) {
        var row = row(settlement);
        if (!items.dismiss(settlement, caller.get().id(), reason)) {
            throw new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "单号 " + row.number() + " 不在待重算清单中。");
        }
        audit.changed("redo-dismissal", settlement, row.origin().divisionPath(), reason);
    }

    /** In the transaction of the idempotency key. */
    Job order(RedoOrder order) {
        audit.changed("redo-order", "-", caller.get().scope().division().from(), order.reason());
        return jobs.submit(RedoWork.TYPE, order);
    }

    private SettlementRow row(SettlementId settlement) {
        return settlements
                .find(settlement)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算，或不在您的数据范围。"));
    }
}
