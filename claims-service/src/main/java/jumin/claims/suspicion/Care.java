package jumin.claims.suspicion;

import java.time.LocalDate;
import java.util.Set;
import jumin.claims.adjudication.BillRecord;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/**
 * 所审核的就诊: a bill with its decision.
 *
 * @param law by which it was decided
 * @param billed by the hospital, and not claimed by the person afterwards
 * @param leave the days for which leave was registered
 */
public record Care(
        BillRecord bill,
        SettlementFacts facts,
        SettlementDecision decision,
        Law law,
        boolean billed,
        Set<LocalDate> leave) {

    public Care {
        leave = Set.copyOf(leave);
    }
}
