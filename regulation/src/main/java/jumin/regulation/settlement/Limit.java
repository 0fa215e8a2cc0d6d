package jumin.regulation.settlement;

import java.util.Optional;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;

/** 支付限额：per visit, per year; what was used is a fact. */
record Limit(int layer, Standard limit, int used, Optional<Denial> note) implements Step {

    @Override
    public void apply(Sheet sheet) {
        if (sheet.get(layer) == 0) {
            return;
        }
        long most = limit.known(sheet);
        if (sheet.stopped()) {
            return;
        }
        if (most == Frame.UNLIMITED) {
            sheet.worksheet.write(LineKind.REASON, limit.clauses().unlimited(), 0);
        } else if (sheet.limit(limit.clause(sheet), layer, most, used < 0 ? 0 : sheet.get(used)) && note.isPresent()) {
            sheet.note(note.get());
        }
    }

    @Override
    public Step in(Known known) {
        return new Limit(layer, limit.in(known), used, note);
    }
}
