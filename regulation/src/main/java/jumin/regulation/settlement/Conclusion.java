package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.worksheet.LineKind;

/** 结论：what the layers pay together, and the person's part, which is always the remainder. */
record Conclusion(SettlementProgram program, Sheet sheet) {

    SettlementDecision conclude(List<Benefit.Count> counts) {
        var stop = sheet.stop();
        if (stop.isPresent()) {
            program.slots().results().forEach(slot -> sheet.set(slot, 0));
        }
        long fund = 0;
        for (var layer : program.setting().layers()) {
            fund = Math.addExact(fund, sheet.get(layer));
        }
        long person = sheet.get(program.setting().quantity().total())
                - sheet.get(program.setting().quantity().thirdParty())
                - fund;
        sheet.set(program.setting().quantity().fund(), fund);
        sheet.set(program.setting().quantity().person(), person);
        sheet.worksheet.write(LineKind.FUND_TOTAL, program.totals().fund(), fund);
        sheet.worksheet.write(LineKind.PERSON_TOTAL, program.totals().person(), person);
        return decision(stop, stop.isPresent() ? List.of() : increments(counts));
    }

    private SettlementDecision decision(Optional<Sheet.Stop> stop, List<Accumulated> increments) {
        var law = program.compiling().law();
        var ratio = stop.isPresent() ? Optional.<Rate>empty() : sheet.poolRatio();
        var amounts = new Amounts(program.slots().amounts(), sheet.frame, ratio, parts(stop.isPresent()));
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

    private List<Accumulated> increments(List<Benefit.Count> counts) {
        var increments = new ArrayList<Accumulated>();
        for (var count : counts) {
            if (!count.when().holds(sheet.frame)) {
                continue;
            }
            if (count.quantity() < 0) {
                increments.add(new Accumulated(count.accumulator(), Accumulated.Kind.COUNT, 1));
            } else if (sheet.get(count.quantity()) != 0) {
                increments.add(
                        new Accumulated(count.accumulator(), Accumulated.Kind.AMOUNT, sheet.get(count.quantity())));
            }
        }
        return increments;
    }
}
