package jumin.enrollment.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemException;

/** 表头 of a list whose columns have titles and synonyms, in any order. */
public record TitledHeader<C extends TitledColumn>(int rowNo, List<C> all, Map<C, Integer> columns)
        implements TableHeader {

    private static final int ENOUGH = 2;

    public TitledHeader {
        all = List.copyOf(all);
        columns = Map.copyOf(columns);
    }

    /** @param hint what to do when no row of the file names two of the columns */
    public static <C extends TitledColumn> HeaderFinder<TitledHeader<C>> finder(C[] all, String hint) {
        return new HeaderFinder<>((rowNo, cells) -> of(rowNo, cells, Arrays.asList(all)), hint);
    }

    private static <C extends TitledColumn> Optional<TitledHeader<C>> of(int rowNo, List<String> cells, List<C> all) {
        var columns = new HashMap<C, Integer>();
        for (var i = 0; i < cells.size(); i++) {
            var at = i;
            titled(cells.get(i), all).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns.size() < ENOUGH ? Optional.empty() : Optional.of(new TitledHeader<>(rowNo, all, columns));
    }

    private static <C extends TitledColumn> Optional<C> titled(String written, List<C> all) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s*:]", "");
        return all.stream().filter(column -> column.titles().names(text)).findFirst();
    }

    @Override
    public int known() {
        return columns.size();
    }

    /** @throws ProblemException when a column is missing without which no row says anything */
    public void requireAll(ProblemCode code, String hint) {
        var missing = all.stream()
                .filter(column -> column.titles().required() && !columns.containsKey(column))
                .map(column -> column.titles().title())
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(code, "缺少列：" + String.join("、", missing) + "；" + hint);
        }
    }

    /** The cell of a column, stripped and cut; empty when the file has no such column. */
    public String cell(SheetRow row, C column, int longest) {
        var at = columns.get(column);
        if (at == null || at >= row.cells().size()) {
            return "";
        }
        var text = row.cells().get(at).replaceAll("\\p{Cntrl}", "").strip();
        return text.substring(0, Math.min(text.length(), longest));
    }
}
