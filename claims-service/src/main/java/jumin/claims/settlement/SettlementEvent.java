package jumin.claims.settlement;

import java.time.LocalDate;
import java.util.UUID;
import jumin.regulation.Money;

/** What contribution's fund books read. A row of a redo changes nothing of what the provider is owed: a payout does the rest. */
record SettlementEvent(
        SettlementId settlementId,
        SettlementRow.Kind kind,
        SettlementId reverses,
        String provider,
        String area,
        int benefitYear,
        Money poolPay,
        Money criticalIllnessPay,
        Money medicalAssistancePay,
        Money personPay,
        Money totalAmount,
        LocalDate settledOn,
        UUID redo,
        SettlementId replaces) {

    static SettlementEvent of(SettlementRow row) {
        var payers = row.payers();
        return new SettlementEvent(
                row.id(),
                row.kind(),
                row.reverses().orElse(null),
                row.origin().provider(),
                row.law().area(),
                row.year().benefitYear(),
                payers.pool(),
                payers.criticalIllness(),
                payers.medicalAssistance(),
                payers.person(),
                payers.total(),
                row.settledOn(),
                row.redone().map(SettlementRow.Redone::redo).orElse(null),
                row.redone().flatMap(SettlementRow.Redone::replaces).orElse(null));
    }
}
