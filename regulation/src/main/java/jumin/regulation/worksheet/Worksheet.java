package jumin.regulation.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jumin.regulation.json.Json;
import jumin.regulation.law.Clause;

/**
 * 核算单：the steps of a decision, each with base, standard, amount and article.
 * Lines are numbers until somebody reads them; {@link #lines()} makes them readable.
 */
public final class Worksheet {

    private static final int WIDTH = 6;

    private final Legend legend;
    private long[] packed;
    private int end;

    private Worksheet(Legend legend, int lines) {
        this.legend = legend;
        this.packed = new long[lines * WIDTH];
    }

    public static Worksheet on(Legend legend) {
        return new Worksheet(legend, 24);
    }

    /** An amount that stands for itself. */
    public void write(LineKind kind, Clause clause, long amount) {
        write(kind, clause, amount, 0, 0, 0, amount);
    }

    /** {@code (base − less) × (rate + points) = amount}; what each number is, the kind tells. */
    public void write(LineKind kind, Clause clause, long base, long less, long standard, long points, long amount) {
        if (end == packed.length) {
            packed = Arrays.copyOf(packed, end * 2);
        }
        packed[end] = (long) kind.ordinal() << 32 | clause.id();
        packed[end + 1] = base;
        packed[end + 2] = less;
        packed[end + 3] = standard;
        packed[end + 4] = points;
        packed[end + 5] = amount;
        end += WIDTH;
    }

    public List<Line> lines() {
        return IntStream.range(0, end / WIDTH).mapToObj(this::line).toList();
    }

    private Line line(int number) {
        int at = number * WIDTH;
        var kind = LineKind.values()[(int) (packed[at] >>> 32)];
        var clause = legend.clause((int) packed[at]);
        var figures = new Line.Figures(packed[at + 1], packed[at + 2], packed[at + 3], packed[at + 4]);
        return new Line(kind, clause.key(), clause.title(), figures, packed[at + 5], clause.citation());
    }

    /** For an auditor. */
    public Json json() {
        return Json.array(lines().stream().map(Line::json).toList());
    }

    /** For a villager. */
    public String text() {
        return Statement.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Worksheet sheet && sheet.lines().equals(lines());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(packed, end));
    }
}
