package jumin.bench.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** 一方的各次测得：one measurement per round; medians, because a shared machine has bad moments. */
record Measured(List<Once> rounds) {

    /** 一轮：nanoseconds by the clock and of the processor, and bytes allocated, per claim. */
    record Once(double wall, double cpu, double bytes) {}

    double median(ToDoubleFunction<Once> of) {
        var sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Once> of) {
        return rounds.stream().mapToDouble(of).min().orElseThrow();
    }

    double most(ToDoubleFunction<Once> of) {
        return rounds.stream().mapToDouble(of).max().orElseThrow();
    }
}
