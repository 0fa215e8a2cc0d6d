package jumin.regulation.settlement;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Derived;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Worksheet;

/** 待遇核算程序：the law of settlement, compiled; immutable. */
record SettlementProgram(
        Compiling compiling,
        Sheet.Setting setting,
        List<Derived> derived,
        ItemScope itemScope,
        boolean[] everyCell,
        List<Choice<Benefit.Check>> exclusions,
        Choice<Boolean> preHospital,
        Map<String, Benefit> benefits,
        Map<String, Clause> codes,
        Totals totals,
        Slots slots) {

    /** 合计两行的依据。 */
    record Totals(Clause fund, Clause person) {}

    /** Where the decision's amounts stand, and what a refusal leaves at zero. */
    record Slots(SortedMap<String, Integer> amounts, List<Integer> results) {}

    static SettlementProgram of(Law law) {
        return law.compiled(SettlementProgram.class, compiling -> new ProgramCompiler(compiling).compile());
    }

    SettlementDecision decide(Facts facts) {
        var frame = compiling.schema().frame(facts);
        for (var deriving : derived) {
            deriving.derive(frame);
        }
        var sheet = new Sheet(frame, Worksheet.on(compiling.legend()), setting);
        var benefit = benefit(facts.word("benefit").orElse("inpatient"));
        var care = Care.of(facts, compiling.law().on());
        classify(sheet, care, benefit);
        for (var exclusion : exclusions) {
            check(sheet, exclusion);
        }
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

    private Benefit benefit(String name) {
        return benefits.getOrDefault(name, new Benefit.Unavailable(codes.get("BENEFIT_NOT_OFFERED"), false));
    }

    private List<Benefit.Count> run(Sheet sheet, Benefit benefit) {
        return switch (benefit) {
            case Benefit.Unavailable unavailable
            when unavailable.curable() -> {
                sheet.hold(unavailable.clause());
                yield List.of();
            }
            case Benefit.Unavailable unavailable -> {
                sheet.refuse(unavailable.clause());
                yield List.of();
            }
            case Benefit.Offered offered -> {
                for (var check : offered.checks()) {
                    check(sheet, check);
                }
                for (int i = 0; i < offered.steps().size() && !sheet.stopped(); i++) {
                    offered.steps().get(i).apply(sheet);
                }
                yield offered.counts();
            }
        };
    }

    private static void check(Sheet sheet, Choice<Benefit.Check> check) {
        check.first(sheet.frame).ifPresent(found -> {
            if (found.outcome().curable()) {
                sheet.hold(found.outcome().clause());
            } else {
                sheet.refuse(found.outcome().clause());
            }
        });
    }

    private void classify(Sheet sheet, Care care, Benefit benefit) {
        if (care.isEmpty()) {
            return;
        }
        boolean apart = !care.before().isEmpty()
                && !preHospital.first(sheet.frame).map(Choice.Option::outcome).orElse(false);
        var items = benefit instanceof Benefit.Offered offered ? offered.items() : everyCell;
        var counted = care.before().isEmpty() || apart ? care : care.merged();
        itemScope.classify(sheet, care.covered() ? counted : counted.regardlessOfCover(), items);
        if (apart) {
            var note = codes.get("PREHOSPITAL_NOT_MERGED");
            sheet.worksheet.write(LineKind.REASON, note, 0);
            sheet.note(new Denial(note.key(), note.title(), note.citation()));
        }
    }
}
