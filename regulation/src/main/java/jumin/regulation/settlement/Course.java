package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;

/** 一项待遇的核算过程：what excludes any bill, what the benefit itself checks, and its steps. */
record Course(List<Choice<Check>> exclusions, List<Choice<Check>> checks, Step[] steps) {

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
        Step.run(steps, sheet);
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
