package jumin.regulation.settlement;

import jumin.regulation.block.Fixed;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.block.Lookup;
import jumin.regulation.law.Clause;

/** 一项标准、比例或限额，及其条款。 */
final class Standard {

    private final Clauses clauses;
    private final Lookup lookup;

    /** The value where the facts have settled it; otherwise {@link Frame#ABSENT}, and it is looked up. */
    private final long value;

    /** The only clause there is; null where the facts still select it. */
    private final Clause only;

    Standard(Clauses clauses, Lookup lookup) {
        this.clauses = clauses;
        this.lookup = lookup;
        this.value = lookup instanceof Fixed fixed ? fixed.value() : Frame.ABSENT;
        this.only = clauses.byCell().length == 1 ? clauses.byCell()[0] : null;
    }

    Clauses clauses() {
        return clauses;
    }

    Lookup lookup() {
        return lookup;
    }

    /** The value; where there is none, the computation ends with the reason. */
    long known(Sheet sheet) {
        return value > Frame.NOT_COVERED ? value : clauses.known(sheet, lookup);
    }

    /** The clause that the facts select. */
    Clause clause(Sheet sheet) {
        return only == null ? clauses.of(sheet, lookup) : only;
    }

    /** Another value under the same clauses. */
    Standard with(Lookup other) {
        return new Standard(clauses, other);
    }

    Standard in(Known known) {
        return new Standard(clauses.in(known, lookup), lookup.in(known));
    }
}
