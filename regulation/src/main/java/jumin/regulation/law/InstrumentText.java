package jumin.regulation.law;

import java.util.regex.Pattern;

/** 原文。Compared verbatim after collapsing white space. */
record InstrumentText(String collapsed) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

    private static final int SHORTEST = 8;

    static InstrumentText of(String text) {
        return new InstrumentText(collapse(text));
    }

    boolean contains(String quote) {
        return collapsed.contains(collapse(quote));
    }

    /** Where a quotation leaves the text: what stands there, after the longest beginning that is found. */
    String difference(String quote) {
        var wanted = collapse(quote);
        int common = 0;
        while (common < wanted.length() && collapsed.contains(wanted.substring(0, common + 1))) {
            common++;
        }
        if (common < SHORTEST) {
            return "原文中没有这样开头的句子，从 instrument.txt 复制原句";
        }
        int at = collapsed.indexOf(wanted.substring(0, common)) + common;
        var there = collapsed.substring(at, Math.min(collapsed.length(), at + SHORTEST));
        return "“" + wanted.substring(Math.max(0, common - SHORTEST), common) + "”之后，原文是“" + there + "”，引文是“"
                + wanted.substring(common, Math.min(wanted.length(), common + SHORTEST)) + "”";
    }

    private static String collapse(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
