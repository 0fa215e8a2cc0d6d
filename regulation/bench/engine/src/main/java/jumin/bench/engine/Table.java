package jumin.bench.engine;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** 结果表：medians with spread, ratios by processor time, bytes per claim. */
record Table(Map<Table.Row, Measured> rows) {

    record Row(Contender contender, int items) {}

    String text() {
        var text = new StringBuilder();
        text.append(
                "\n| contender | items | CPU ns/claim, median (least–most) | clock ns | of the limit | × Jumin | bytes/claim |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        rows.forEach((row, measured) -> text.append(line(row, measured)));
        text.append(String.format(
                Locale.ROOT,
                "%n30 → 300 items: limit ×%.2f, Jumin ×%.2f, growth %.2f of the limit's%n",
                growth(Contender.LIMIT),
                growth(Contender.JUMIN),
                growth(Contender.JUMIN) / growth(Contender.LIMIT)));
        return text.toString();
    }

    private String line(Row row, Measured measured) {
        var time = time(row);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f (%,.0f–%,.0f) | %,.0f | %.4f | %.1f | %,.0f |%n",
                row.contender().title(),
                row.items(),
                measured.median(Measured.Once::cpu),
                measured.least(Measured.Once::cpu),
                measured.most(Measured.Once::cpu),
                measured.median(Measured.Once::wall),
                median(new Row(row.contender().limit(), row.items()), time) / median(row, time),
                median(row, time) / median(new Row(Contender.JUMIN, row.items()), time),
                measured.median(Measured.Once::bytes));
    }

    /** Processor time beside processor time; for a contender whose work is done in another process, the clock beside the clock. */
    private static ToDoubleFunction<Measured.Once> time(Row row) {
        return row.contender().beside() == Contender.Beside.ANOTHER_PROCESS
                ? Measured.Once::wall
                : Measured.Once::cpu;
    }

    private double median(Row row, ToDoubleFunction<Measured.Once> time) {
        return rows.get(row).median(time);
    }

    private double growth(Contender contender) {
        return median(new Row(contender, 300), Measured.Once::cpu) / median(new Row(contender, 30), Measured.Once::cpu);
    }
}
