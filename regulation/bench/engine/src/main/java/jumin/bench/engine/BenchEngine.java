package jumin.bench.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** 引擎的比较，用各服务所用的内存回收方式：first equal answers, then round after round, in each round every contender once in a fresh JVM, then the table. */
public final class BenchEngine {

    private static final int ROUNDS = Integer.getInteger("jumin.bench.rounds", 5);
    /** Long enough for the compiler of the virtual machine to come to rest, for every contender, also where others use the processors. */
    private static final int WARM_UP_SECONDS = 20;

    private static final int SECONDS = 4;

    private BenchEngine() {}

    /** Who is asked besides the limit and ours, as {@code drools}; {@code limit}: nobody; without any name, all of them. */
    public static void main(String[] names) throws RunnerException {
        var contenders = EqualAnswers.checked(Contender.named(List.of(names)));
        var measured = new LinkedHashMap<Table.Row, List<Measured.Once>>();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("第 " + round + " 轮，共 " + ROUNDS + " 轮");
            for (var contender : contenders) {
                for (int items : contender.items()) {
                    measured.computeIfAbsent(new Table.Row(contender, items), any -> new ArrayList<>())
                            .add(measure(contender, items));
                }
            }
        }
        var rows = new LinkedHashMap<Table.Row, Measured>();
        measured.forEach((row, once) -> rows.put(row, new Measured(once)));
        System.out.print(new Table(rows).text());
    }

    private static Measured.Once measure(Contender contender, int items) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + contender.benchmark() + "$")
                .param("items", String.valueOf(items))
                .forks(1)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .warmupIterations(WARM_UP_SECONDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SECONDS)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        var result = new Runner(options).run().stream().findFirst().orElseThrow();
        return new Measured.Once(
                result.getPrimaryResult().getScore(),
                side(result, CpuProfiler.LABEL),
                side(result, "gc.alloc.rate.norm"));
    }

    private static double side(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().contains(label))
                .map(Map.Entry::getValue)
                .mapToDouble(one -> one.getScore())
                .findFirst()
                .orElse(0);
    }
}
