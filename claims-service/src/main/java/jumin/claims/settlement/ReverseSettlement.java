package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 冲正: the opposite entries of a settlement; the year is afterwards as if it had not been. */
@ApplicationScoped
public class ReverseSettlement {

    private static final Settlements.Document NO_DOCUMENT = new Settlements.Document(null, null, null);

    private final Settlements settlements;
    private final PersonYears years;
    private final Ledger ledger;
    private final RecallDecision recall;
    private final SettlementViews views;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    ReverseSettlement(
            Settlements settlements,
            PersonYears years,
            Ledger ledger,
            RecallDecision recall,
            SettlementViews views,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.settlements = settlements;
        this.years = years;
        this.ledger = ledger;
        this.recall = recall;
        this.views = views;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** Whose reversal it is, and why. */
    public record Request(SettlementId settlement, ProviderCode provider, String messageId, String reason) {}

    /** Needs the service's rights; runs in the transaction of the message id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementView run(Request request) {
        var original = settlements
                .find(request.settlement())
                .filter(one -> one.origin().provider().equals(request.provider().value()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "本机构没有此结算，请核对结算编号。"));
        var before = years.lock(original.year(), original.origin().divisionPath());
        refuseUnlessReversible(original);
        var entries = settlements.entries(original.id()).stream()
                .map(YearToDate.Entry::reversed)
                .toList();
        var postings = Posting.of(
                        original.payers(),
                        original.law().area(),
                        original.origin().provider(),
                        original.year().person())
                .stream()
                .map(Posting::reversed)
                .toList();
        var row = ledger.write(new Ledger.Write(red(original, request), before, entries, postings, NO_DOCUMENT));
        audit.changed("settlement-reversal", row.id(), row.origin().divisionPath(), row.number());
        failpoints.reach("reversal-before-commit");
        return views.recalled(recall.run(row), Optional.empty());
    }

    private void refuseUnlessReversible(SettlementRow original) {
        if (original.kind() == SettlementRow.Kind.REVERSAL || original.outcome() != SettlementRow.Outcome.PAID) {
            throw new ProblemException(
                    ClaimsProblem.SETTLEMENT_NOT_REVERSIBLE, "单号 " + original.number() + " 没有支付，不需要冲正；请直接重新结算。");
        }
        settlements.reversalOf(original.id()).ifPresent(reversal -> {
            throw new ProblemException(
                    ClaimsProblem.ALREADY_REVERSED, "单号 " + original.number() + " 已由 " + reversal.number() + " 冲正。");
        });
        var successors = settlements.successors(original);
        if (!successors.isEmpty()) {
            var numbers = successors.stream().map(SettlementRow::number).collect(Collectors.joining("、"));
            throw new ProblemException(
                    ClaimsProblem.SETTLEMENT_HAS_SUCCESSORS, "同一年度后来的结算 " + numbers + " 以此次累计为基础，请先按时间倒序冲正它们。");
        }
    }

    private SettlementRow red(SettlementRow original, Request request) {
        return new SettlementRow(
                SettlementId.next(clock),
                "",
                SettlementRow.Kind.REVERSAL,
                Optional.of(original.id()),
                SettlementRow.Outcome.PAID,
                new SettlementRow.Origin(
                        original.origin().provider(),
                        request.messageId(),
                        original.origin().divisionPath(),
                        original.origin().personName(),
                        original.origin().personIdNumber()),
                original.year(),
                0,
                original.payers().reversed(),
                original.law(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                OffsetDateTime.now(clock),
                request.reason());
    }
}
