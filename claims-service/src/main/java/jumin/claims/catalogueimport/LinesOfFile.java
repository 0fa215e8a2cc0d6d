package jumin.claims.catalogueimport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jumin.claims.ClaimsProblem;
import jumin.claims.catalogueimport.CatalogueImports.Line;
import jumin.platform.problem.ProblemException;

/** 目录文件的各行: the first line names the columns, the others are given on some at a time, with their cells in the known order. */
final class LinesOfFile {

    private static final int MOST_LINES = 300_000;
    private static final int AT_ONCE = 1000;

    private final Consumer<List<Line>> store;
    private final List<Line> waiting = new ArrayList<>();
    private int[] places = {};
    private int read;
    private int kept;

    LinesOfFile(Consumer<List<Line>> store) {
        this.store = store;
    }

    void take(List<String> row) {
        read++;
        if (read > MOST_LINES) {
            throw lengthIsWrong();
        }
        if (read == 1) {
            places = places(row);
        } else if (!row.stream().allMatch(String::isBlank)) {
            waiting.add(new Line(
                    read,
                    Arrays.stream(places)
                            .mapToObj(at -> at < 0 || at >= row.size() ? "" : row.get(at))
                            .toList()));
            kept++;
            if (waiting.size() == AT_ONCE) {
                giveOn();
            }
        }
    }

    /** @return how many lines there were, without the first and the empty ones */
    int end() {
        if (read == 0) {
            throw lengthIsWrong();
        }
        giveOn();
        return kept;
    }

    private void giveOn() {
        if (!waiting.isEmpty()) {
            store.accept(List.copyOf(waiting));
            waiting.clear();
        }
    }

    private static int[] places(List<String> headings) {
        var columns = headings.stream().map(CatalogueColumn::of).toList();
        var places = Arrays.stream(CatalogueColumn.values())
                .mapToInt(column -> columns.indexOf(Optional.of(column)))
                .toArray();
        var missing = CatalogueColumn.required().stream()
                .filter(column -> places[column.ordinal()] < 0)
                .map(CatalogueColumn::title)
                .toList();
        if (!missing.isEmpty()) {
            throw unreadable("缺少列：" + String.join("、", missing));
        }
        return places;
    }

    private static ProblemException lengthIsWrong() {
        return unreadable("文件没有内容或超过 " + MOST_LINES + " 行");
    }

    private static ProblemException unreadable(String message) {
        return ProblemException.field(
                ClaimsProblem.CATALOGUE_FILE_UNREADABLE, "/file", message, "第一行写列名：国家医保编码、名称、收费项目等级、种类、生效日……");
    }
}
