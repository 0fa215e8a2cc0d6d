package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;

/** 一项待遇的核算过程：what excludes any bill, what the benefit itself checks, and its steps. */
record Course(List<Choice<Check>> exclusions, List<Choice<Check>> checks, Step[] steps) {

    /** How many steps have a place of their own in {@link #takeFirst}. */
    private static final int APART = 10;

    /** 不予支付或暂缓的原因。 */
    record Check(Clause clause, boolean curable) {}

    /** The same course where these facts are known. */
    Course in(Known known) {
        return new Course(in(known, exclusions), in(known, checks), Step.in(known, steps));
    }

    private static List<Choice<Check>> in(Known known, List<Choice<Check>> checks) {
        return checks.stream()
                .map(check -> check.in(known))
                .filter(check -> !check.options().isEmpty())
                .toList();
    }

    /** The facts of which it asks whether they are given. */
    IntStream asked() {
        var conditions = Stream.concat(exclusions.stream(), checks.stream())
                .flatMap(check -> check.options().stream())
                .flatMapToInt(option -> option.when().asked());
        return IntStream.concat(conditions, Stream.of(steps).flatMapToInt(Step::asked));
    }

    void exclude(Sheet sheet) {
        check(exclusions, sheet);
    }

    void settle(Sheet sheet) {
        check(checks, sheet);
        takeFirst(sheet);
        Step.run(steps, APART, sheet);
    }

    /** The steps of most courses, each called from a place of its own: courses of one benefit have the same kind of step in the same place, and of each place the machine learns what it calls. */
    private void takeFirst(Sheet sheet) {
        if (goesOn(0, sheet)) {
            steps[0].apply(sheet);
        }
        if (goesOn(1, sheet)) {
            steps[1].apply(sheet);
        }
        if (goesOn(2, sheet)) {
            steps[2].apply(sheet);
        }
        if (goesOn(3, sheet)) {
            steps[3].apply(sheet);
        }
        if (goesOn(4, sheet)) {
            steps[4].apply(sheet);
        }
        if (goesOn(5, sheet)) {
            steps[5].apply(sheet);
        }
        if (goesOn(6, sheet)) {
            steps[6].apply(sheet);
        }
        if (goesOn(7, sheet)) {
            steps[7].apply(sheet);
        }
        if (goesOn(8, sheet)) {
            steps[8].apply(sheet);
        }
        if (goesOn(9, sheet)) {
            steps[9].apply(sheet);
        }
    }

    private boolean goesOn(int place, Sheet sheet) {
        return place < steps.length && !sheet.stopped();
    }

    private static void check(List<Choice<Check>> checks, Sheet sheet) {
        for (int i = 0; i < checks.size(); i++) {
            int which = checks.get(i).which(sheet.frame);
            if (which >= 0) {
                var found = checks.get(i).options().get(which).outcome();
                sheet.stop(found.clause(), found.curable());
            }
        }
    }
}
