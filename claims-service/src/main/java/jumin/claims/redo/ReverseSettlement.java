package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.claims.ClaimsProblem;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.LateFact;
import jumin.claims.payout.DuePerson;
import jumin.claims.payout.SetOff;
import jumin.claims.settlement.Posting;
import jumin.claims.settlement.RecallDecision;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementView;
import jumin.claims.settlement.SettlementViews;
import jumin.claims.settlement.Settlements;
import jumin.claims.settlement.WriteReversal;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/**
 * 冲正: the year is afterwards as if the settlement had not been; what was built on it is decided again.
 * What else rested on it (other records of the person, the list of redos) is looked at soon.
 */
@ApplicationScoped
public class ReverseSettlement {

    /** So many later decisions are made again in one transaction. */
    private static final int LONGEST_CHAIN = 200;

    private final Settlements settlements;
    private final PersonYears years;
    private final InsuredPersons persons;
    private final WriteReversal reversals;
    private final AsDecided basis;
    private final WriteRedo redo;
    private final SetOff payouts;
    private final RecallDecision recall;
    private final SettlementViews views;
    private final Event<LateFact> lateFacts;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Failpoints failpoints;

    ReverseSettlement(
            Settlements settlements,
            PersonYears years,
            InsuredPersons persons,
            WriteReversal reversals,
            AsDecided basis,
            WriteRedo redo,
            SetOff payouts,
            RecallDecision recall,
            SettlementViews views,
            Event<LateFact> lateFacts,
            CurrentCaller caller,
            Audit audit,
            Failpoints failpoints) {
        this.settlements = settlements;
        this.years = years;
        this.persons = persons;
        this.reversals = reversals;
        this.basis = basis;
        this.redo = redo;
        this.payouts = payouts;
        this.recall = recall;
        this.views = views;
        this.lateFacts = lateFacts;
        this.caller = caller;
        this.audit = audit;
        this.failpoints = failpoints;
    }

    /** Whose reversal it is, and why. */
    public record Request(SettlementId settlement, String provider, String messageId, String reason) {}

    /** Needs the service's rights; runs in the transaction of the message id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementView run(Request request) {
        var original = settlements
                .find(request.settlement())
                .filter(one -> one.origin().provider().equals(request.provider()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "本机构没有此结算，请核对结算编号。"));
        var ledgers = PersonYear.of(
                persons.records(original.year().person()), original.year().benefitYear());
        var now = years.lock(
                Stream.concat(ledgers.stream(), Stream.of(original.year())).toList(),
                original.origin().divisionPath());
        refuseUnlessReversible(original);
        var standing = standing(original);
        refuseTooLong(original, standing.size() - 1);
        var chain = standing.size() == 1
                ? Optional.<Chain>empty()
                : Optional.of(chain(now, standing.stream().map(basis::of).toList(), original));
        var red = reversals.run(
                original,
                now.own().get(original.year()),
                new WriteReversal.Source(request.messageId(), request.reason(), Optional.empty()));
        due(original, red);
        var caused = chain.flatMap(
                one -> redo(original, request, one, List.copyOf(now.own().keySet())));
        lateFacts.fire(LateFact.of(original.year().person()));
        audit.changed("settlement-reversal", red.id(), red.origin().divisionPath(), red.number());
        failpoints.reach("reversal-before-commit");
        return views.recalled(recall.run(red), recall.given(red), SettlementViews.Links.caused(caused));
    }

    /** The settlement and what was paid after it. One that came from another record of the person has a place of that record's year: what tells the order is when the first decision of each was made. */
    private List<SettlementRow> standing(SettlementRow original) {
        var begun = since(original);
        return settlements.standing(original.year(), 0).stream()
                .filter(one -> one.outcome() == SettlementRow.Outcome.PAID)
                .map(one -> Map.entry(one, since(one)))
                .filter(one -> !one.getValue().isBefore(begun))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private OffsetDateTime since(SettlementRow row) {
        return settlements.first(row).recordedAt();
    }

    /** What other records of the person have brought counts too, and stays as it is. */
    private static Chain chain(PersonYears.Ledgers now, List<Renewed> standing, SettlementRow original) {
        var whole = now.whole();
        var sums = standing.stream()
                .map(one -> one.bill().year())
                .distinct()
                .collect(Collectors.toMap(year -> year, year -> whole));
        return Chain.of(sums, standing, Chain.Exceptions.without(original));
    }

    /** Of a redone settlement the fund had settled the difference with the person: that goes back as well. */
    private void due(SettlementRow original, SettlementRow red) {
        var person = original.year().person();
        var settled = Posting.balance(settlements.postings(original.id()), "due:" + person);
        if (!settled.isZero()) {
            var due = new DuePerson(
                    person,
                    original.law().area(),
                    original.origin().divisionPath(),
                    red.id(),
                    Money.ZERO.minus(settled));
            if (original.origin().provider().equals(Settlements.NO_PROVIDER)) {
                payouts.differenceOfReimbursement(due);
            } else {
                payouts.difference(due);
            }
        }
    }

    private Optional<UUID> redo(SettlementRow original, Request request, Chain chain, List<PersonYear> ledgers) {
        var different = chain.different();
        if (different.isEmpty()) {
            return Optional.empty();
        }
        var order = new WriteRedo.Order(
                Cause.REVERSAL,
                original.year(),
                original.origin().provider(),
                original.origin().divisionPath(),
                "单号 " + original.number() + " 冲正：" + request.reason(),
                caller.get().id());
        return Optional.of(redo.run(order, years.read(ledgers), different).id());
    }

    void refuseUnlessReversible(SettlementRow original) {
        if (original.kind() == SettlementRow.Kind.REVERSAL || original.outcome() != SettlementRow.Outcome.PAID) {
            throw new ProblemException(
                    ClaimsProblem.SETTLEMENT_NOT_REVERSIBLE, "单号 " + original.number() + " 没有支付，不需要冲正；请直接重新结算。");
        }
        settlements.reversalOf(original.id()).ifPresent(reversal -> {
            var replacement = settlements.replacementOf(original.id());
            throw new ProblemException(
                    ClaimsProblem.ALREADY_REVERSED,
                    "单号 " + original.number() + " 已由 " + reversal.number() + " 冲正"
                            + replacement
                                    .map(next -> "并重算为 " + next.number() + "，请冲正重算后的结算。")
                                    .orElse("。"));
        });
    }

    private static void refuseTooLong(SettlementRow original, int successors) {
        if (successors > LONGEST_CHAIN) {
            throw new ProblemException(
                    ClaimsProblem.SETTLEMENT_HAS_SUCCESSORS,
                    "单号 " + original.number() + " 之后同年度还有 " + successors + " 笔结算以此为基础，超过一次重算的上限 " + LONGEST_CHAIN
                            + "，请先冲正较晚的结算。");
        }
    }
}
