package jumin.contribution.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One side's figures, round by round, in seconds.
 *
 * @param processor of the service and the database together
 */
record Side(String name, List<Double> clock, List<Double> processor) {

    Side(String name) {
        this(name, new ArrayList<>(), new ArrayList<>());
    }

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    void forget() {
        clock.clear();
        processor.clear();
    }

    /** @param times what was done is such a part of the whole */
    void measure(double times, Work work) throws Exception {
        var before = ProcessorTime.now();
        var start = System.nanoTime();
        work.run();
        var took = (System.nanoTime() - start) / 1e9;
        var spent = ProcessorTime.now().since(before);
        clock.add(took * times);
        processor.add(spent.whole() * times);
        System.out.printf(
                "BENCH   %s: clock %.2f s, processor %.2f s in the service, %.2f s in the database%n",
                name, took, spent.service(), spent.database());
    }
}
