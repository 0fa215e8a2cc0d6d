package jumin.bench.engine;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jumin.bench.Amounts;
import jumin.bench.Claim;
import jumin.bench.Limit;
import jumin.bench.dmn.DmnRival;
import jumin.bench.drools.DroolsRival;
import jumin.bench.plpgsql.PostgresRival;

/** 参加比较的一方。{@code beside} says which limit starts from the same facts. */
record Contender(
        String benchmark, String title, List<Integer> items, Beside beside, Function<Claim[], List<Amounts>> answers) {

    /** 从什么算起，以谁为极限。 */
    enum Beside {
        /** Facts that are numbers already. */
        NUMBERS,
        /** The named facts that a service hands over. */
        NAMES,
        /** Work done in another process, so that the clock counts, not this process' time. */
        ANOTHER_PROCESS
    }

    /** The limit that starts from the same facts. */
    Contender limit() {
        return beside == Beside.NAMES ? NAMED_LIMIT : LIMIT;
    }

    static final Contender LIMIT =
            new Contender("EngineBenchmark.limit", "limit", List.of(30, 300), Beside.NUMBERS, each(Contender::answer));

    static final Contender JUMIN = new Contender(
            "EngineBenchmark.jumin",
            "Jumin",
            List.of(30, 300),
            Beside.NUMBERS,
            each(claim -> Ours.amounts(Ours.receive(Ours.facts(claim)).adjudicate())));

    static final Contender NAMED_LIMIT = new Contender(
            "EngineBenchmark.limitFromNames",
            "limit, from named facts",
            List.of(30, 300),
            Beside.NAMES,
            each(NamedLimit::answer));

    static final Contender FROM_NAMES = new Contender(
            "EngineBenchmark.juminFromNames",
            "Jumin, from named facts",
            List.of(30, 300),
            Beside.NAMES,
            each(claim -> Ours.amounts(Ours.settle(Ours.facts(claim)))));

    /** Ours and the limit, and those whose names are asked for; all when none are. */
    static List<Contender> named(List<String> names) {
        return Stream.of(LIMIT, JUMIN, NAMED_LIMIT, FROM_NAMES, drools(), dmn(), plpgsql())
                .filter(contender -> contender.equals(LIMIT)
                        || contender.equals(JUMIN)
                        || names.isEmpty()
                        || names.stream().anyMatch(contender::isCalled))
                .toList();
    }

    /** By the last word of its benchmark; {@code names} is both that start from named facts. */
    private boolean isCalled(String name) {
        return beside == Beside.NAMES ? name.equals("names") : benchmark.endsWith("." + name);
    }

    private static Contender drools() {
        return new Contender(
                "RivalBenchmark.drools",
                "Drools 10, executable model, pooled sessions",
                List.of(30),
                Beside.NUMBERS,
                claims -> {
                    var rival = new DroolsRival();
                    return Stream.of(claims)
                            .map(claim -> rival.settle(claim, DroolsRival.items(claim)))
                            .toList();
                });
    }

    private static Contender dmn() {
        return new Contender("RivalBenchmark.dmn", "Kie DMN", List.of(30), Beside.NUMBERS, claims -> {
            var rival = new DmnRival();
            return Stream.of(claims)
                    .map(claim -> rival.settle(DmnRival.facts(claim)))
                    .toList();
        });
    }

    private static Contender plpgsql() {
        return new Contender(
                "RivalBenchmark.plpgsql", "PL/pgSQL function", List.of(30), Beside.ANOTHER_PROCESS, claims -> {
                    try (var rival = new PostgresRival(claims)) {
                        return rival.answers();
                    }
                });
    }

    private static Function<Claim[], List<Amounts>> each(Function<Claim, Amounts> one) {
        return claims -> Stream.of(claims).map(one).toList();
    }

    private static Amounts answer(Claim claim) {
        var limit = new Limit();
        limit.settle(claim);
        return limit.amounts();
    }
}
