package jumin.claims.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.OpenPoint;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.WrittenDecision;
import jumin.claims.settlement.WrittenReversal;
import jumin.platform.audit.Audit;

/** 列出待核实的: with each payment what it rests on unproved, in its transaction; with a redo it goes on, with a reversal it falls. */
@ApplicationScoped
public class NoteOpenPoints {

    private static final String THE_SERVICE = "系统";

    private final Verifications verifications;
    private final Audit audit;

    NoteOpenPoints(Verifications verifications, Audit audit) {
        this.verifications = verifications;
        this.audit = audit;
    }

    void decided(@Observes WrittenDecision written) {
        var row = written.row();
        var points = of(row, written.decided().bill().bill());
        var replaced = row.redone().flatMap(SettlementRow.Redone::replaces);
        replaced.ifPresent(old -> {
            verifications.carry(
                    old.value(), row.id(), points.stream().map(OpenPoint::text).toList());
            fall(old.value(), "重算后不再有此项");
        });
        verifications.insert(row, points);
    }

    /** Of a bill that was settled before such a list was kept. */
    public void again(SettlementRow row, BillRecord bill) {
        verifications.insert(row, of(row, bill));
    }

    /** What is not paid costs nobody anything. */
    private static List<OpenPoint> of(SettlementRow row, BillRecord bill) {
        return row.outcome() == SettlementRow.Outcome.PAID ? bill.openPoints() : List.of();
    }

    /** A redo is no reversal of the provider: what it leaves is told with the new decision. */
    void reversed(@Observes WrittenReversal written) {
        if (written.red().redone().isEmpty()) {
            fall(written.original().id().value(), "结算已冲正");
        }
    }

    private void fall(UUID settlement, String reason) {
        var said = new Verifications.Said(VerificationState.VOID, reason, Optional.empty(), THE_SERVICE);
        verifications.open(settlement).stream()
                .filter(one -> verifications.move(one.view().id(), VerificationState.OPEN, said))
                .forEach(one -> audit.changed("verification", one.view().id(), one.divisionPath(), reason));
    }
}
