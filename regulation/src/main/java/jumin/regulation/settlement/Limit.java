package jumin.regulation.settlement;

import jumin.regulation.block.Frame;
import jumin.regulation.block.Lookup;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;

/** 支付限额：per visit, per year; what was used is a fact. */
record Limit(Clauses clauses, int layer, Lookup limit, int used, Clause note) implements Step {

    @Override
    public void apply(Sheet sheet) {
        if (sheet.get(layer) == 0) {
            return;
        }
        long most = clauses.known(sheet, limit);
        var clause = clauses.of(sheet, limit);
        if (sheet.stopped()) {
            return;
        }
        if (most == Frame.UNLIMITED) {
            sheet.worksheet.write(LineKind.REASON, clauses.unlimited(), 0);
        } else if (sheet.limit(clause, layer, most, used < 0 ? 0 : sheet.get(used)) && note != null) {
            sheet.note(new Denial(note.key(), note.title(), note.citation()));
        }
    }
}
