package jumin.enrollment.roster;

import java.util.List;

/** A row of the file as text, in the file's columns. */
record SheetRow(int rowNo, List<String> cells) {

    SheetRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
