package jumin.claims.sheet;

import java.util.ArrayList;
import java.util.List;

/** CSV by RFC 4180: quoted cells may hold commas, quotes and line breaks. Pure. */
final class Csv {

    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> lines(String text) {
        return new Csv(text).read();
    }

    private List<List<String>> read() {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (quoted) {
                at = inQuotes(at, character);
            } else {
                plain(character);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            endLine();
        }
        return lines;
    }

    /** A doubled quote is a quote; a single one ends the quotation. */
    private int inQuotes(int at, char character) {
        if (character != '"') {
            cell.append(character);
            return at;
        }
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            cell.append('"');
            return at + 1;
        }
        quoted = false;
        return at;
    }

    private void plain(char character) {
        switch (character) {
            case '"' -> quoted = true;
            case ',' -> endCell();
            case '\n' -> endLine();
            case '\r' -> {} // part of a line break
            default -> cell.append(character);
        }
    }

    private void endCell() {
        line.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(line);
        line = new ArrayList<>();
    }
}
