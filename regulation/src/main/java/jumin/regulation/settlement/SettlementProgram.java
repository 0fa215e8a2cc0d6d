package jumin.regulation.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jumin.regulation.block.Choice;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Worksheet;

/** 待遇核算程序：the law of settlement, compiled; immutable. {@code needs} and the course {@code otherwise} are those of a bill whose benefit is not offered. */
record SettlementProgram(
        Compiling compiling,
        Sheet.Setting setting,
        Benefit.Needs needs,
        Items items,
        Course otherwise,
        Choice<Boolean> preHospital,
        Benefits benefits,
        Map<String, Clause> codes,
        Totals totals,
        Slots slots) {

    private static final Benefit.Count[] NOTHING_COUNTED = {};

    /** 费用明细：where they stand among the facts, how they are classified, and which a benefit takes that says nothing of it. */
    record Items(Care.Places places, ItemScope scope, Taking everyCell) {}

    /** 待遇：by the number of its word. */
    record Benefits(int slot, Benefit[] byWord, Benefit unknown) {

        Benefit of(long[] frame) {
            long word = frame[slot];
            return word < 0 ? unknown : byWord[(int) word];
        }
    }

    /** 合计两行的依据。 */
    record Totals(Clause fund, Clause person) {}

    /** Where the decision's amounts stand, and what a refusal leaves at zero. */
    record Slots(SortedMap<String, Integer> amounts, List<Integer> results) {}

    Quantity.Layers layers() {
        return setting.layers();
    }

    static SettlementProgram of(Law law) {
        return law.compiled(SettlementProgram.class, compiling -> new ProgramCompiler(compiling).compile());
    }

    /** The door: refuses what the law's vocabulary does not know. */
    Received receive(Facts facts) {
        var taken = compiling.schema().take(facts);
        var care = items.places().care(taken);
        var benefit = benefits.of(taken.frame());
        var frame = benefit instanceof Benefit.Offered offered
                ? Arrays.copyOf(taken.frame(), offered.needs().slots())
                : taken.frame();
        needs(benefit).derive(frame);
        return new Received(this, frame, care, situation(benefit, care, frame));
    }

    private static long situation(Benefit benefit, Care care, long[] frame) {
        return benefit instanceof Benefit.Offered offered ? offered.situation(care, frame) : Situations.ANY;
    }

    private Benefit.Needs needs(Benefit benefit) {
        return benefit instanceof Benefit.Offered offered ? offered.needs() : needs;
    }

    /** Computes in the frame, which is the decision's from then on. */
    SettlementDecision decide(long[] frame, Care care, long situation) {
        return switch (benefits.of(frame)) {
            case Benefit.BetterOf better -> better(better, frame, care);
            case Benefit.Offered offered -> {
                var sheet = sheet(frame, care, offered.items());
                var course = offered.course(situation, frame);
                exclude(sheet, care, course);
                course.settle(sheet);
                yield new Conclusion(this, sheet).conclude(offered.counts());
            }
            case Benefit.Unavailable unavailable -> {
                var sheet = sheet(frame, care, items.everyCell());
                exclude(sheet, care, otherwise);
                sheet.stop(unavailable.clause(), unavailable.curable());
                yield new Conclusion(this, sheet).conclude(NOTHING_COUNTED);
            }
        };
    }

    /** With equal payments the one that the text names first. */
    private SettlementDecision better(Benefit.BetterOf better, long[] frame, Care care) {
        SettlementDecision best = null;
        Clause reason = null;
        for (var alternative : better.alternatives()) {
            var own = frame.clone();
            own[benefits.slot()] = alternative.word();
            var benefit = benefits.of(own);
            needs(benefit).derive(own);
            var decision = decide(own, care, situation(benefit, care, own));
            if (best == null
                    || decision.amounts().fundPay().compareTo(best.amounts().fundPay()) > 0) {
                best = decision;
                reason = alternative.reason();
            }
        }
        best.worksheet().write(LineKind.REASON, reason, 0);
        return best;
    }

    /** The items are classified first, also of a bill that is refused. */
    private Sheet sheet(long[] frame, Care care, Taking taking) {
        var sheet = new Sheet(frame, Worksheet.on(compiling.legend()), setting);
        if (!care.isEmpty()) {
            classify(sheet, care, taking);
        }
        return sheet;
    }

    private void classify(Sheet sheet, Care care, Taking taking) {
        boolean apart = care.before().size() > 0
                && !preHospital.first(sheet.frame).map(Choice.Option::outcome).orElse(false);
        items.scope().classify(sheet, care, taking, !apart);
        if (apart) {
            var note = codes.get("PREHOSPITAL_NOT_MERGED");
            sheet.worksheet.write(LineKind.REASON, note, 0);
            sheet.note(Denial.of(note));
        }
    }

    /** What stops any bill, whatever the benefit. */
    private void exclude(Sheet sheet, Care care, Course course) {
        course.exclude(sheet);
        if (!care.covered()) {
            sheet.refuse(codes.get("NOT_COVERED_ON_DATE"));
        }
        if (!compiling.law().inForce()) {
            sheet.hold(codes.get("PARAMETER_MISSING"));
        }
        if (sheet.unknown().isPresent()) {
            sheet.worksheet.write(LineKind.NOT_EVALUATED, sheet.unknown().get(), 0);
            sheet.hold(codes.get("PARAMETER_MISSING"));
        }
    }
}
