package jumin.claims.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.readmodel.ReadModelAge;
import jumin.claims.readmodel.ReadModels;
import jumin.regulation.settlement.SettlementDecision;

/** Makes the views of decisions, fresh or recalled. */
@Singleton
public class SettlementViews {

    private final ReadModels readModels;

    SettlementViews(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** A pre-settlement: the same numbers, no record. */
    public SettlementView trial(AssembledBill.Decided decided, List<HintView> hints) {
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
                AmountsView.of(decision),
                null,
                ReasonView.of(decision, bill.bill()),
                SettlementView.ItemRemark.of(bill.bill()),
                bill.bill().unverified(),
                decision.release(),
                decision.outcome().placeholdersUsed(),
                null,
                readModels.ages(),
                hints);
    }

    SettlementView settled(SettlementRow row, AssembledBill.Decided decided) {
        return view(
                row,
                new Shown(decided.bill().bill(), decided.decision(), Optional.empty(), Links.NONE, readModels.ages()));
    }

    /** @param given what the provider was given for what it takes back, where that was decided again since */
    public SettlementView recalled(RecallDecision.Recalled recalled, Optional<SettlementDecision> given, Links links) {
        return view(recalled.row(), new Shown(recalled.bill(), recalled.decision(), given, links, null));
    }

    /** What has become of a decision since. */
    public record Links(Optional<SettlementId> reversedBy, Optional<SettlementId> replacedBy, Optional<UUID> redo) {

        static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());

        /** A reversal that made later decisions be made again. */
        public static Links caused(Optional<UUID> redo) {
            return new Links(Optional.empty(), Optional.empty(), redo);
        }
    }

    public static SettlementRow.Outcome outcome(SettlementDecision decision) {
        return switch (decision) {
            case SettlementDecision.Paid paid -> SettlementRow.Outcome.PAID;
            case SettlementDecision.Refused refused -> SettlementRow.Outcome.REFUSED;
            case SettlementDecision.Held held -> SettlementRow.Outcome.HELD;
        };
    }

    private record Shown(
            BillRecord bill,
            SettlementDecision decision,
            Optional<SettlementDecision> given,
            Links links,
            List<ReadModelAge> ages) {}

    private static SettlementView view(SettlementRow row, Shown shown) {
        var bill = shown.bill();
        var decided = AmountsView.of(shown.decision());
        var amounts = shown.given().map(AmountsView::of).orElse(decided);
        var red = row.kind() == SettlementRow.Kind.REVERSAL;
        return new SettlementView(
                row.id(),
                row.number(),
                row.kind(),
                row.outcome(),
                row.reverses().orElse(null),
                row.redone().flatMap(SettlementRow.Redone::replaces).orElse(null),
                shown.links().reversedBy().orElse(null),
                shown.links().replacedBy().orElse(null),
                shown.links().redo().orElse(null),
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
                shown.given().isPresent() ? decided.reversed() : null,
                ReasonView.of(shown.decision(), bill),
                SettlementView.ItemRemark.of(bill),
                bill.unverified(),
                row.law().release(),
                shown.decision().outcome().placeholdersUsed(),
                red ? row.reason() : null,
                shown.ages(),
                null);
    }
}
