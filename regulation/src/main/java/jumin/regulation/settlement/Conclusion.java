package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.LongStream;
import jumin.regulation.Money;
import jumin.regulation.worksheet.LineKind;

/** 结论：what the layers pay together, and the person's part, which is always the remainder. */
record Conclusion(SettlementProgram program, Sheet sheet) {

    SettlementDecision conclude(Benefit.Count[] counts) {
        boolean stopped = sheet.stopped();
        if (stopped) {
            program.slots().results().forEach(slot -> sheet.set(slot, 0));
        }
        long fund = 0;
        for (int layer = program.layers().first(); layer < program.layers().end(); layer++) {
            fund = Math.addExact(fund, sheet.get(layer));
        }
        long person = sheet.get(Quantity.TOTAL) - sheet.get(Quantity.THIRD_PARTY) - fund;
        sheet.set(Quantity.FUND, fund);
        sheet.set(Quantity.PERSON, person);
        sheet.worksheet.write(LineKind.FUND_TOTAL, program.totals().fund(), fund);
        sheet.worksheet.write(LineKind.PERSON_TOTAL, program.totals().person(), person);
        return decision(stopped ? Increments.NONE : new Increments(counts, sheet.frame));
    }

    private SettlementDecision decision(Increments increments) {
        var law = program.compiling().law();
        var stop = sheet.stop();
        var amounts = new Amounts(
                program.slots().amounts(),
                sheet.frame,
                sheet.stopped() ? Sheet.NO_RATIO : sheet.poolRatio(),
                sheet.parts().isEmpty() ? List.of() : parts(sheet.stopped()));
        var outcome = new SettlementDecision.Outcome(
                law.release(), law.usesPlaceholders(), amounts, sheet.worksheet, increments);
        if (stop.isEmpty()) {
            return new SettlementDecision.Paid(outcome, sheet.notes());
        }
        var cause = stop.get().cause();
        return stop.get().curable()
                ? new SettlementDecision.Held(outcome, cause)
                : new SettlementDecision.Refused(outcome, cause);
    }

    private List<Amounts.PartPay> parts(boolean stopped) {
        return sheet.parts().stream()
                .map(share -> new Amounts.PartPay(
                        share.part().group(),
                        share.part().facts(),
                        Money.ofFen(stopped ? 0 : LongStream.of(share.paid()).sum())))
                .toList();
    }
}
