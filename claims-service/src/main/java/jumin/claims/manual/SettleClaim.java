package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.ReadBill;
import jumin.claims.payout.DuePerson;
import jumin.claims.payout.KeepPayouts;
import jumin.claims.settlement.CheckPaidCare;
import jumin.claims.settlement.Posting;
import jumin.claims.settlement.SettledCare;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.Settlements;
import jumin.claims.settlement.WriteDecision;
import jumin.claims.suspicion.SuspectCare;
import jumin.platform.fault.Failpoints;
import jumin.regulation.Money;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.worksheet.Denial;

/** The decision on a manual claim: the same engine, sums and sub-ledger as at a hospital; the fund's share is due to the payee. */
@ApplicationScoped
class SettleClaim {

    private final ReadBill read;
    private final AssembleBill assemble;
    private final CheckPaidCare check;
    private final WriteDecision write;
    private final KeepPayouts payouts;
    private final SuspectCare suspicion;
    private final Event<SettledCare> settled;
    private final Failpoints failpoints;

    SettleClaim(
            ReadBill read,
            AssembleBill assemble,
            CheckPaidCare check,
            WriteDecision write,
            KeepPayouts payouts,
            SuspectCare suspicion,
            Event<SettledCare> settled,
            Failpoints failpoints) {
        this.read = read;
        this.assemble = assemble;
        this.check = check;
        this.write = write;
        this.payouts = payouts;
        this.suspicion = suspicion;
        this.settled = settled;
        this.failpoints = failpoints;
    }

    /** What came of it. */
    sealed interface Result {}

    /** Decided, paid or refused. */
    record Settled(SettlementId settlement) implements Result {}

    /** Held: nothing is stored but why. */
    record Waits(String cure) implements Result {}

    @Transactional(Transactional.TxType.MANDATORY)
    Result run(ManualClaim claim) {
        var known = read.run(claim.bill(), claim.careProvider(), Optional.empty());
        var assembled = assemble.run(claim.bill(), claim.careProvider(), known);
        var before = check.lock(assembled);
        var checked = check.run(assembled);
        var bill = checked.bill();
        var decided = bill.decide(before.whole());
        if (decided.decision() instanceof SettlementDecision.Held held) {
            return new Waits(held.denials().stream().map(Denial::title).collect(Collectors.joining("；")) + "：消除后重新提交");
        }
        var row = write.run(
                decided,
                before.own().get(bill.year()),
                new WriteDecision.Source(
                        Settlements.NO_PROVIDER,
                        claim.number(),
                        Optional.empty(),
                        (payers, paid) -> paid ? Posting.reimbursement(payers, bill) : List.of()));
        var fund = row.payers().fund();
        if (decided.decision() instanceof SettlementDecision.Paid && fund.compareTo(Money.ZERO) > 0) {
            payouts.due(
                    new DuePerson(
                            bill.person().id(), bill.law().area(), bill.person().divisionPath(), row.id(), fund),
                    Optional.of(claim.payee()));
        }
        settled.fire(new SettledCare(row, suspicion.ofClaim(decided, checked.neighbours())));
        failpoints.reach("manual-before-commit");
        return new Settled(row.id());
    }
}
