package jumin.enrollment.roster;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jumin.enrollment.table.HeaderFinder;
import jumin.enrollment.table.TableHeader;

/**
 * 表头: which column of the file is which, whatever their order.
 *
 * @param rowNo where it stands in the sheet
 * @param titles as written, in the file's order
 */
@RegisterForReflection
public record RosterHeader(int rowNo, List<String> titles, Map<RosterColumn, Integer> columns) implements TableHeader {

    static final HeaderFinder<RosterHeader> FINDER = new HeaderFinder<>(RosterHeader::of, "请下载模板，把数据粘贴到“填写”表后重新上传。");

    private static final int ENOUGH = 3;
    private static final Set<RosterColumn> PERSON = Set.of(RosterColumn.NAME, RosterColumn.ID_NUMBER);

    public RosterHeader {
        titles = List.copyOf(titles);
        columns = Map.copyOf(columns);
    }

    /** A header when the row names enough columns that we know; a school's list may hold names and numbers only. */
    static Optional<RosterHeader> of(int rowNo, List<String> cells) {
        var columns = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
        for (var i = 0; i < cells.size(); i++) {
            var at = i;
            RosterColumn.titled(cells.get(i)).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns.size() < ENOUGH && !columns.keySet().containsAll(PERSON)
                ? Optional.empty()
                : Optional.of(new RosterHeader(rowNo, cells, columns));
    }

    @Override
    public int known() {
        return columns.size();
    }

    /** @param ofSchool a school's pupils need no household: they are enrolled one by one */
    List<String> missing(boolean ofSchool) {
        return java.util.Arrays.stream(RosterColumn.values())
                .filter(column -> column.isRequired() && !(ofSchool && column.isOfHousehold()))
                .filter(column -> !columns.containsKey(column))
                .map(RosterColumn::title)
                .toList();
    }

    /** The cell of a column, stripped; empty when the file has no such column. */
    String cell(List<String> cells, RosterColumn column) {
        var at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    /** What the file calls a column. */
    String titleOf(RosterColumn column) {
        var at = columns.get(column);
        return at == null ? column.title() : titles.get(at).strip();
    }
}
