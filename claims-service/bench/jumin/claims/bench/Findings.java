package jumin.claims.bench;

/** Counts beside what they ought to be. */
final class Findings {

    private int faults;

    void expect(String what, long expected, long found) {
        var right = expected == found;
        faults += right ? 0 : 1;
        System.out.printf("  %s %-70s %d%s%n", right ? "✓" : "✗", what, found, right ? "" : " instead of " + expected);
    }

    boolean none() {
        return faults == 0;
    }
}
