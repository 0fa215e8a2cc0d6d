package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.LateFact;
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
    private final RedoItemSteps steps;
    private final Suspects suspects;
    private final RedoYear redo;
    private final Settlements settlements;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;

    RedoList(
            RedoItems items,
            RedoItemSteps steps,
            Suspects suspects,
            RedoYear redo,
            Settlements settlements,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit) {
        this.items = items;
        this.steps = steps;
        this.suspects = suspects;
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
        if (!items.dismiss(settlement, by(reason))) {
            throw differs(row);
        }
        audit.changed("redo-dismissal", settlement, row.origin().divisionPath(), reason);
    }

    /** 撤销不予重算: its difference is reckoned anew soon, by what is known by now. */
    @Transactional
    public RedoItemHistory reopen(SettlementId settlement, String reason) {
        var row = row(settlement);
        if (!items.reopen(settlement, by(reason))) {
            throw differs(row);
        }
        suspects.note(LateFact.of(row.year().person()));
        audit.changed("redo-reopening", settlement, row.origin().divisionPath(), reason);
        return history(row);
    }

    @Transactional
    public RedoItemHistory history(SettlementId settlement) {
        var row = row(settlement);
        audit.read("redo-item", settlement, row.origin().divisionPath());
        return history(row);
    }

    private RedoItemHistory history(SettlementRow row) {
        var item = items.find(row.id()).orElseThrow(() -> unlisted(row));
        return new RedoItemHistory(item, steps.of(row.id()));
    }

    private RedoItemSteps.By by(String reason) {
        return new RedoItemSteps.By(caller.get().id(), reason);
    }

    /** Somebody else was first, or nothing is to do any more: what, and what is left to do. */
    private ProblemException differs(SettlementRow row) {
        var now = items.find(row.id()).orElseThrow(() -> unlisted(row));
        var state = switch (now.state()) {
            case OPEN -> "待重算，尚未有不予重算的决定";
            case DISMISSED -> "已由 " + now.closedBy() + " 不予重算（" + now.closingReason() + "）；要重算的先撤销不予重算";
            case DONE -> "已由 " + now.closedBy() + " 重算，重算单 " + now.redo() + "；后到的事实另列在新决定名下";
            case GONE -> "按今天所知已不再不同，无须处理";
        };
        return new ProblemException(
                ClaimsProblem.REDO_ITEM_STATE_DIFFERS, "单号 " + row.number() + " " + state + "。请刷新后再办。");
    }

    private static ProblemException unlisted(SettlementRow row) {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "单号 " + row.number() + " 不在待重算清单中。");
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
