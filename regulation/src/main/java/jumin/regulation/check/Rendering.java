package jumin.regulation.check;

import java.nio.file.Path;

/** 一处所见怎样印出来：what, where with the line quoted, what to do. */
record Rendering(LawFolder folder, Path from) {

    private static final int WIDEST = 110;

    String text(Finding finding) {
        var text = new StringBuilder(finding.error() ? "错误：" : "警告：").append(headline(finding.what()));
        var mark = finding.mark();
        var path = folder.root().resolve(mark.file()).toAbsolutePath();
        var file = path.startsWith(from) ? from.relativize(path) : path;
        text.append("\n  --> ").append(file).append(':').append(mark.line());
        quote(finding, text);
        advice(finding.what()).lines().forEach(line -> text.append("\n   = ").append(line));
        return text.append('\n').toString();
    }

    private void quote(Finding finding, StringBuilder text) {
        var line = folder.line(finding.mark());
        if (line.isBlank()) {
            return;
        }
        var number = String.valueOf(finding.mark().line());
        int column = Math.min(finding.mark().column(), line.length() + 1);
        var shown = line.length() > WIDEST ? line.substring(0, WIDEST) + "……" : line;
        var blank = " ".repeat(number.length());
        text.append("\n ").append(number).append(" | ").append(shown);
        if (column <= WIDEST) {
            text.append("\n ")
                    .append(blank)
                    .append(" | ")
                    .append(padding(line.substring(0, column - 1)))
                    .append('^');
        }
    }

    /** As wide as the text before the place; a Chinese sign takes two columns. */
    private static String padding(String before) {
        return " ".repeat(Width.of(before));
    }

    private static String headline(String what) {
        int end = what.indexOf('；');
        return end < 0 ? what : what.substring(0, end);
    }

    private static String advice(String what) {
        int end = what.indexOf('；');
        return end < 0 ? "" : what.substring(end + 1);
    }
}
