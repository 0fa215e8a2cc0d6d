package jumin.regulation.worksheet;

import java.util.Locale;

/** 核算单的文字：numbered lines with amount and article, readable by the person concerned. */
final class Statement {

    private static final int SENTENCE = 62;
    private static final int AMOUNT = 14;

    private Statement() {}

    static String of(Worksheet worksheet) {
        var text = new StringBuilder(1024);
        int number = 1;
        for (var line : worksheet.lines()) {
            boolean inner = line.kind() == LineKind.PART;
            text.append(inner ? "      " : String.format(Locale.ROOT, "%2d  ", number++));
            var sentence = line.sentence();
            text.append(sentence).append(" ".repeat(Math.max(1, SENTENCE - (inner ? 2 : 0) - width(sentence))));
            var amount = line.printedAmount();
            text.append(" ".repeat(Math.max(0, AMOUNT - width(amount)))).append(amount);
            text.append("  ").append(line.citation().article()).append('\n');
        }
        return text.toString();
    }

    /** Columns on a screen: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c != 0x2212 ? 2 : 1).sum();
    }
}
