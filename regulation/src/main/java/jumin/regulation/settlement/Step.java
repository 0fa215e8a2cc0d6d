package jumin.regulation.settlement;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Known;

/** 核算的一步：a general block with its parameters from the data; the order of steps is data too. */
interface Step {

    void apply(Sheet sheet);

    /** The same step where these facts are known: what they decide is decided, what they leave nothing to do is {@link Nothing}. */
    Step in(Known known);

    /** The facts of which it asks whether they are given, or more than nothing. */
    default IntStream asked() {
        return IntStream.empty();
    }

    /** One after the other from a place on, until one ends the computation. */
    static void run(Step[] steps, int from, Sheet sheet) {
        for (int i = from; i < steps.length && !sheet.stopped(); i++) {
            steps[i].apply(sheet);
        }
    }

    /** The same steps where these facts are known. */
    static Step[] in(Known known, Step[] steps) {
        return Stream.of(steps)
                .map(step -> step.in(known))
                .filter(step -> !(step instanceof Nothing))
                .toArray(Step[]::new);
    }

    /** 无须计算。 */
    record Nothing() implements Step {

        @Override
        public void apply(Sheet sheet) {}

        @Override
        public Step in(Known known) {
            return this;
        }
    }
}
