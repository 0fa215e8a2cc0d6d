package jumin.enrollment.overlap;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.table.HeaderFinder;
import jumin.enrollment.table.TableHeader;

/** 参保名单的表头 */
record CoverHeader(int rowNo, Map<CoverColumn, Integer> columns) implements TableHeader {

    static final String TITLES = "表头须有列名：证件号码、姓名、起始日，另可有终止日、参保地。";
    static final HeaderFinder<CoverHeader> FINDER = new HeaderFinder<>(CoverHeader::of, TITLES);

    private static final int ENOUGH = 2;

    CoverHeader {
        columns = Map.copyOf(columns);
    }

    private static Optional<CoverHeader> of(int rowNo, List<String> cells) {
        var columns = new EnumMap<CoverColumn, Integer>(CoverColumn.class);
        for (var i = 0; i < cells.size(); i++) {
            var at = i;
            CoverColumn.titled(cells.get(i)).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns.size() < ENOUGH ? Optional.empty() : Optional.of(new CoverHeader(rowNo, columns));
    }

    @Override
    public int known() {
        return columns.size();
    }

    List<String> missing() {
        return Arrays.stream(CoverColumn.values())
                .filter(column -> column.isRequired() && !columns.containsKey(column))
                .map(CoverColumn::title)
                .toList();
    }

    String cell(List<String> cells, CoverColumn column) {
        var at = columns.get(column);
        return at == null || at >= cells.size()
                ? ""
                : cells.get(at).replaceAll("\\p{Cntrl}", "").strip();
    }
}
