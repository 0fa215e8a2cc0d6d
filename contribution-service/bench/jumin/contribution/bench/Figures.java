package jumin.contribution.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Prints medians with their spread, and the ratio. */
final class Figures {

    private Figures() {}

    static void print(String what, List<Double> ours, List<Double> reference) {
        System.out.println();
        System.out.println("BENCH " + what);
        System.out.println("BENCH   ours      " + line(ours));
        System.out.println("BENCH   reference " + line(reference));
        System.out.printf("BENCH   ratio     %.2f%n", median(ours) / median(reference));
    }

    static double median(List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static String line(List<Double> seconds) {
        return "median %.2f s  (%s)"
                .formatted(
                        median(seconds),
                        seconds.stream().sorted().map("%.2f"::formatted).collect(Collectors.joining(" ")));
    }
}
