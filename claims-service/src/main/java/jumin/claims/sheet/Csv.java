package jumin.claims.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** CSV by RFC 4180: quoted cells may hold commas, quotes and line breaks. Each line is given on as it ends: none is kept. */
final class Csv {

    private final Consumer<List<String>> lines;
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    /** After a quote within quotes: a second one makes it a quote, anything else ends the quotation. */
    private boolean quoteInQuotes;

    private Csv(Consumer<List<String>> lines) {
        this.lines = lines;
    }

    static void read(Reader text, Consumer<List<String>> lines) throws IOException {
        var csv = new Csv(lines);
        var buffer = new char[1 << 13];
        for (var length = text.read(buffer); length >= 0; length = text.read(buffer)) {
            for (var at = 0; at < length; at++) {
                csv.take(buffer[at]);
            }
        }
        if (!csv.cell.isEmpty() || !csv.line.isEmpty()) {
            csv.endLine();
        }
    }

    private void take(char character) {
        if (quoteInQuotes) {
            quoteInQuotes = false;
            quoted = character == '"';
            if (quoted) {
                cell.append(character);
                return;
            }
        }
        if (!quoted) {
            plain(character);
        } else if (character == '"') {
            quoteInQuotes = true;
        } else {
            cell.append(character);
        }
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
        lines.accept(line);
        line = new ArrayList<>();
    }
}
