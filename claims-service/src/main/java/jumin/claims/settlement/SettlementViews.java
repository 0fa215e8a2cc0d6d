package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.readmodel.ReadModelAge;
import jumin.claims.readmodel.ReadModels;
import jumin.regulation.settlement.SettlementDecision;

/** Makes the views of decisions, fresh or recalled. */
@ApplicationScoped
class SettlementViews {

    private final ReadModels readModels;

    SettlementViews(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** A pre-settlement: the same numbers, no record. */
    SettlementView trial(AssembledBill.Decided decided) {
        var bill = decided.bill();
        var decision = decided.decision();
        return new SettlementView(
                null,
                null,
                SettlementRow.Kind.SETTLEMENT,
                outcome(decision),
                null,
                null,
                null,
                bill.bill().providerCode(),
                bill.bill().providerName(),
                bill.person().id(),
                bill.bill().personName(),
                bill.bill().personIdNumber(),
                bill.bill().careType(),
                bill.bill().careTypeName(),
                bill.bill().admissionDate(),
                bill.bill().dischargeDate(),
                bill.bill().diagnosis(),
                bill.year().benefitYear(),
                null,
                AmountsView.of(decision.amounts()),
                ReasonView.of(decision, bill.bill()),
                SettlementView.ItemRemark.of(bill.bill()),
                decision.release(),
                decision.outcome().placeholdersUsed(),
                null,
                readModels.ages());
    }

    SettlementView settled(SettlementRow row, AssembledBill.Decided decided) {
        return view(row, new Shown(decided.bill().bill(), decided.decision(), Optional.empty(), readModels.ages()));
    }

    SettlementView recalled(RecallDecision.Recalled recalled, Optional<SettlementId> reversedBy) {
        return view(recalled.row(), new Shown(recalled.bill(), recalled.decision(), reversedBy, null));
    }

    static SettlementRow.Outcome outcome(SettlementDecision decision) {
        return switch (decision) {
            case SettlementDecision.Paid paid -> SettlementRow.Outcome.PAID;
            case SettlementDecision.Refused refused -> SettlementRow.Outcome.REFUSED;
            case SettlementDecision.Held held -> SettlementRow.Outcome.HELD;
        };
    }

    private record Shown(
            BillRecord bill, SettlementDecision decision, Optional<SettlementId> reversedBy, List<ReadModelAge> ages) {}

    private static SettlementView view(SettlementRow row, Shown shown) {
        var bill = shown.bill();
        var amounts = AmountsView.of(shown.decision().amounts());
        var red = row.kind() == SettlementRow.Kind.REVERSAL;
        return new SettlementView(
                row.id(),
                row.number(),
                row.kind(),
                row.outcome(),
                row.reverses().orElse(null),
                shown.reversedBy().orElse(null),
                row.origin().messageId(),
                row.origin().provider(),
                bill.providerName(),
                row.year().person(),
                row.origin().personName(),
                row.origin().personIdNumber(),
                bill.careType(),
                bill.careTypeName(),
                bill.admissionDate(),
                bill.dischargeDate(),
                bill.diagnosis(),
                row.year().benefitYear(),
                row.settledOn(),
                red ? amounts.reversed() : amounts,
                ReasonView.of(shown.decision(), bill),
                SettlementView.ItemRemark.of(bill),
                row.law().release(),
                shown.decision().outcome().placeholdersUsed(),
                red ? row.reason() : null,
                shown.ages());
    }
}
