package jumin.enrollment.table;

import java.util.List;

/** A row of the file as text, in the file's columns. */
public record SheetRow(int rowNo, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
