package jumin.regulation.settlement;

import jumin.regulation.block.Known;
import jumin.regulation.block.Lookup;
import jumin.regulation.law.Clause;

/** 一项标准、比例或限额，及其条款。 */
record Standard(Clauses clauses, Lookup lookup) {

    /** The value; where there is none, the computation ends with the reason. */
    long known(Sheet sheet) {
        return clauses.known(sheet, lookup);
    }

    /** The clause that the facts select. */
    Clause clause(Sheet sheet) {
        return clauses.of(sheet, lookup);
    }

    /** Another value under the same clauses. */
    Standard with(Lookup other) {
        return new Standard(clauses, other);
    }

    Standard in(Known known) {
        return new Standard(clauses.in(known, lookup), lookup.in(known));
    }
}
