package jumin.claims.bench;

/** Until the compiler of the virtual machine is at rest, as it is in a service that has run for some minutes; five at most. */
final class WarmUp {

    private static final long LONGEST = 300_000_000_000L;

    /** Of the processor time of the service. */
    private static final double AT_REST = 0.04;

    private static final int RESTFUL_STRETCHES = 2;

    private WarmUp() {}

    /** Load for some seconds. */
    @FunctionalInterface
    interface Stretch {

        /** The compiler's share of the processor time of the service. */
        double run(int nth) throws Exception;
    }

    static void with(Stretch stretch) throws Exception {
        var until = System.nanoTime() + LONGEST;
        var restful = 0;
        for (var nth = 0; restful < RESTFUL_STRETCHES && System.nanoTime() < until; nth++) {
            restful = stretch.run(nth) < AT_REST ? restful + 1 : 0;
        }
    }
}
