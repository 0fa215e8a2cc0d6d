package jumin.claims.redo;

import jumin.claims.settlement.SettlementRow;

/** On which facts decisions are made again. */
@FunctionalInterface
public interface Basis {

    /** The facts of a standing decision, still without the sums of the year. */
    Renewed of(SettlementRow row);
}
