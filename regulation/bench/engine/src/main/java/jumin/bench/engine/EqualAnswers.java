package jumin.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jumin.bench.Amounts;
import jumin.bench.Claim;
import jumin.bench.Claims;

/** 先核对：every contender gives the same amounts for every claim, or nothing is measured. */
final class EqualAnswers {

    private EqualAnswers() {}

    /** Those that can be asked here; says who is missing, and why. */
    static List<Contender> checked(List<Contender> contenders) {
        var able = new ArrayList<Contender>();
        for (var contender : contenders) {
            boolean answered = contender.items().stream().allMatch(items -> check(contender, items));
            if (answered) {
                able.add(contender);
            }
        }
        System.out.println("核对答案：" + EngineBenchmark.CLAIMS + " 份费用单，各方每项金额相同："
                + able.stream().map(Contender::title).collect(Collectors.joining("、")));
        return able;
    }

    private static boolean check(Contender contender, int items) {
        var claims = Claims.of(EngineBenchmark.CLAIMS, items);
        List<Amounts> actual;
        try {
            actual = contender.answers().apply(claims);
        } catch (RuntimeException e) {
            System.out.println("缺少对照 " + contender.title() + "：" + e.getMessage());
            return false;
        }
        var expected = Contender.LIMIT.answers().apply(claims);
        for (int i = 0; i < claims.length; i++) {
            same(contender, claims[i], expected.get(i), actual.get(i));
        }
        return true;
    }

    private static void same(Contender contender, Claim claim, Amounts expected, Amounts actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(
                    contender.title() + " gives " + actual + ", the limit " + expected + " for " + claim);
        }
    }
}
