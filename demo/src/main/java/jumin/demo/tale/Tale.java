package jumin.demo.tale;

import java.io.PrintStream;

/** 讲述: one line per step, ticked when every result it states is right. */
public final class Tale {

    private final PrintStream out;
    private int right;
    private int wrong;

    public Tale(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** A step, with the results it states. */
    public void step(String sentence, Expectation... expectations) {
        boolean holds = true;
        for (var expectation : expectations) {
            holds &= expectation.holds();
        }
        out.println((holds ? expectations.length == 0 ? "  · " : "  ✓ " : "  ✗ ") + sentence);
        for (var expectation : expectations) {
            count(expectation);
        }
    }

    /** More to the step above: a row of a list, a line of a statement. */
    public void detail(String text) {
        out.println("      " + text);
    }

    public int right() {
        return right;
    }

    public int wrong() {
        return wrong;
    }

    /** The story broke off. */
    public void stopped(String why) {
        wrong++;
        out.println("  ✗ " + why);
    }

    private void count(Expectation expectation) {
        if (expectation.holds()) {
            right++;
            return;
        }
        wrong++;
        out.println("      ✗ " + expectation.what() + "：应为 " + expectation.expected() + "，实为 " + expectation.actual()
                + (expectation.lookAt().isEmpty() ? "" : "。请看：" + expectation.lookAt()));
    }
}
