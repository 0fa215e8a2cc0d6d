package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;

/** 经办机构冲正: in the place of a provider that is none or is no longer designated; two persons of the agency. */
@ApplicationScoped
public class ReverseForProvider {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final AgencyReversals asked;
    private final ReverseSettlement reverse;
    private final Settlements settlements;
    private final CareProviders providers;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReverseForProvider(
            AgencyReversals asked,
            ReverseSettlement reverse,
            Settlements settlements,
            CareProviders providers,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.asked = asked;
        this.reverse = reverse;
        this.settlements = settlements;
        this.providers = providers;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of the idempotency key, within the caller's own scope. */
    @Transactional(Transactional.TxType.MANDATORY)
    AgencyReversalView ask(SettlementId id, String reason) {
        var settlement = settlements
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算，或不在您的数据范围。"));
        refuseWhereTheProviderCan(settlement);
        reverse.refuseUnlessReversible(settlement);
        var reversal = TimeOrderedId.next();
        asked.insert(
                reversal,
                settlement,
                new AgencyReversals.Asked(reason, caller.get().id(), today()));
        audit.changed("agency-reversal", reversal, settlement.origin().divisionPath(), settlement.number());
        return asked.find(reversal).orElseThrow().view();
    }

    private void refuseWhereTheProviderCan(SettlementRow settlement) {
        var code = settlement.origin().provider();
        var designated = code.matches(ProviderCode.FORM)
                && providers
                        .on(new ProviderCode(code), today())
                        .filter(one -> !one.designatedFor().isEmpty())
                        .isPresent();
        if (designated) {
            throw new ProblemException(ClaimsProblem.SETTLEMENT_NOT_REVERSIBLE, "机构 " + code + " 的服务协议有效，请由该机构冲正。");
        }
    }

    /** Needs the service's rights, since later settlements elsewhere may rest on it; the caller must have seen it. */
    @Transactional
    AgencyReversalView approve(UUID id, String opinion) {
        var found = open(id);
        var row = settlements.find(found.view().settlementId()).orElseThrow();
        var red = reverse.run(new ReverseSettlement.Request(
                row.id(), row.origin().provider(), "A:" + id, found.view().reason()));
        return decided(found, opinion, Optional.of(red.settlementId()));
    }

    @Transactional
    AgencyReversalView reject(UUID id, String opinion) {
        return decided(open(id), opinion, Optional.empty());
    }

    private AgencyReversalView decided(AgencyReversals.Found found, String opinion, Optional<SettlementId> reversal) {
        var id = found.view().id();
        asked.decide(id, caller.get().id(), opinion, reversal);
        audit.changed("agency-reversal", id, found.divisionPath(), opinion);
        return asked.find(id).orElseThrow().view();
    }

    private AgencyReversals.Found open(UUID id) {
        var found = asked.lock(id).orElseThrow(ReverseForProvider::unknown);
        if (found.view().state() != AgencyReversalView.State.ASKED) {
            throw new ProblemException(
                    ClaimsProblem.REVERSAL_STATE_DIFFERS,
                    "该冲正申请当前状态为“" + found.view().state().title() + "”，请刷新后再办。");
        }
        if (found.view().askedBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.REVERSAL_NEEDS_TWO_PERSONS, "冲正由您提出，请另一人批准。");
        }
        return found;
    }

    @Transactional
    AgencyReversalView read(UUID id) {
        var found = asked.find(id).orElseThrow(ReverseForProvider::unknown);
        audit.read("agency-reversal", id, found.divisionPath());
        return found.view();
    }

    @Transactional
    List<AgencyReversalView> page(AgencyReversalView.State state, Optional<UUID> after, int limit) {
        var found = asked.page(state, after.orElse(FROM_THE_BEGINNING), limit);
        found.stream().findFirst().ifPresent(first -> audit.read("agency-reversals", state, first.divisionPath()));
        return found.stream().map(AgencyReversals.Found::view).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此冲正申请，或不在您的数据范围。");
    }
}
