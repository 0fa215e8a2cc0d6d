package jumin.regulation.law;

import java.util.regex.Pattern;

/** 原文。Compared verbatim after collapsing white space. */
record InstrumentText(String collapsed) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

    static InstrumentText of(String text) {
        return new InstrumentText(collapse(text));
    }

    boolean contains(String quote) {
        return collapsed.contains(collapse(quote));
    }

    private static String collapse(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
