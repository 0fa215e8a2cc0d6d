package jumin.regulation.settlement;

/** 核算的一步：a general block with its parameters from the data; the order of steps is data too. */
interface Step {

    void apply(Sheet sheet);

    /** One after the other, until one ends the computation. */
    static void run(Step[] steps, Sheet sheet) {
        for (int i = 0; i < steps.length && !sheet.stopped(); i++) {
            steps[i].apply(sheet);
        }
    }
}
