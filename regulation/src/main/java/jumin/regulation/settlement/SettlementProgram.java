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

/** 待遇核算程序：the law of settlement, compiled; immutable. {@code needs} are those of a bill whose benefit is not offered. */
record SettlementProgram(
        Compiling compiling,
        Sheet.Setting setting,
        Benefit.Needs needs,
        Items items,
        List<Choice<Benefit.Check>> exclusions,
        Choice<Boolean> preHospital,
        Benefits benefits,
        Map<String, Clause> codes,
        Totals totals,
        Slots slots) {

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
        return new Received(this, frame, care);
    }

    private Benefit.Needs needs(Benefit benefit) {
        return benefit instanceof Benefit.Offered offered ? offered.needs() : needs;
    }

    /** Computes in the frame, which is the decision's from then on. */
    SettlementDecision decide(long[] frame, Care care) {
        return benefits.of(frame) instanceof Benefit.BetterOf better
                ? better(better, frame, care)
                : decide(frame, care, benefits.of(frame));
    }

    /** With equal payments the one that the text names first. */
    private SettlementDecision better(Benefit.BetterOf better, long[] frame, Care care) {
        SettlementDecision best = null;
        Clause reason = null;
        for (var alternative : better.alternatives()) {
            var own = frame.clone();
            own[benefits.slot()] = alternative.word();
            needs(benefits.of(own)).derive(own);
            var decision = decide(own, care);
            if (best == null
                    || decision.amounts().fundPay().compareTo(best.amounts().fundPay()) > 0) {
                best = decision;
                reason = alternative.reason();
            }
        }
        best.worksheet().write(LineKind.REASON, reason, 0);
        return best;
    }

    private SettlementDecision decide(long[] frame, Care care, Benefit benefit) {
        var sheet = new Sheet(frame, Worksheet.on(compiling.legend()), setting);
        classify(sheet, care, benefit);
        checks(sheet, exclusions);
        if (!care.covered()) {
            sheet.refuse(codes.get("NOT_COVERED_ON_DATE"));
        }
        if (!compiling.law().inForce()) {
            sheet.hold(codes.get("PARAMETER_MISSING"));
        }
        sheet.unknown().ifPresent(item -> {
            sheet.worksheet.write(LineKind.NOT_EVALUATED, item, 0);
            sheet.hold(codes.get("PARAMETER_MISSING"));
        });
        return new Conclusion(this, sheet).conclude(run(sheet, benefit));
    }

    /** Takes the steps, and says what the year's accumulators count. */
    private static Benefit.Count[] run(Sheet sheet, Benefit benefit) {
        return switch (benefit) {
            case Benefit.Unavailable unavailable -> {
                sheet.stop(unavailable.clause(), unavailable.curable());
                yield new Benefit.Count[0];
            }
            case Benefit.BetterOf better -> throw new IllegalStateException("chosen before");
            case Benefit.Offered offered -> {
                checks(sheet, offered.checks());
                Step.run(offered.steps(), sheet);
                yield offered.counts();
            }
        };
    }

    private static void checks(Sheet sheet, List<Choice<Benefit.Check>> checks) {
        for (int i = 0; i < checks.size(); i++) {
            int which = checks.get(i).which(sheet.frame);
            if (which >= 0) {
                var found = checks.get(i).options().get(which).outcome();
                sheet.stop(found.clause(), found.curable());
            }
        }
    }

    private void classify(Sheet sheet, Care care, Benefit benefit) {
        if (care.isEmpty()) {
            return;
        }
        boolean apart = care.before().size() > 0
                && !preHospital.first(sheet.frame).map(Choice.Option::outcome).orElse(false);
        var taken = benefit instanceof Benefit.Offered offered ? offered.items() : items.everyCell();
        items.scope().classify(sheet, care, taken, !apart);
        if (apart) {
            var note = codes.get("PREHOSPITAL_NOT_MERGED");
            sheet.worksheet.write(LineKind.REASON, note, 0);
            sheet.note(new Denial(note.key(), note.title(), note.citation()));
        }
    }
}
