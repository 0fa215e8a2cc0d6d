package jumin.regulation.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jumin.regulation.json.Json;
import jumin.regulation.law.Clause;

/**
 * 核算单：the steps of a decision, each with base, standard, amount and article.
 * Lines are numbers until somebody reads them; {@link #lines()} makes them readable.
 */
public final class Worksheet {

    private static final int ROOM = 48;
    private static final int SHORT = 2;
    private static final int MIDDLE = 3;
    private static final int LONG = 6;
    private static final LineKind[] KINDS = LineKind.values();

    private static final Passage NOTHING = worksheet -> {};

    private final Legend legend;
    private Passage opening = NOTHING;
    private long[] packed = new long[ROOM];
    private int end;

    private Worksheet(Legend legend) {
        this.legend = legend;
    }

    public static Worksheet on(Legend legend) {
        return new Worksheet(legend);
    }

    /** Puts lines before all others. */
    public void open(Passage passage) {
        opening = passage;
    }

    /** An amount that stands for itself. */
    public void write(LineKind kind, Clause clause, long amount) {
        int at = room(SHORT);
        packed[at] = head(SHORT, kind, clause);
        packed[at + 1] = amount;
    }

    /** A part of a whole. */
    public void write(LineKind kind, Clause clause, long whole, long amount) {
        int at = room(MIDDLE);
        packed[at] = head(MIDDLE, kind, clause);
        packed[at + 1] = amount;
        packed[at + 2] = whole;
    }

    /** {@code (base − less) × (standard + points) = amount}; what each number is, the kind tells. */
    public void write(LineKind kind, Clause clause, Line.Figures figures, long amount) {
        int at = room(LONG);
        packed[at] = head(LONG, kind, clause);
        packed[at + 1] = amount;
        packed[at + 2] = figures.base();
        packed[at + 3] = figures.less();
        packed[at + 4] = figures.standard();
        packed[at + 5] = figures.points();
    }

    private int room(int width) {
        int at = end;
        end += width;
        if (end > packed.length) {
            packed = Arrays.copyOf(packed, packed.length * 2);
        }
        return at;
    }

    private static long head(int width, LineKind kind, Clause clause) {
        return (long) width << 48 | (long) kind.ordinal() << 32 | clause.id();
    }

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        if (opening != NOTHING) {
            var first = on(legend);
            opening.write(first);
            lines.addAll(first.lines());
        }
        for (int at = 0; at < end; at += (int) (packed[at] >>> 48)) {
            lines.add(line(at));
        }
        return List.copyOf(lines);
    }

    private Line line(int at) {
        var kind = KINDS[(int) (packed[at] >>> 32) & 0xFFFF];
        var clause = legend.clause((int) packed[at]);
        long amount = packed[at + 1];
        var figures = switch ((int) (packed[at] >>> 48)) {
            case SHORT -> Line.Figures.of(amount);
            case MIDDLE -> Line.Figures.of(packed[at + 2]);
            default -> new Line.Figures(packed[at + 2], packed[at + 3], packed[at + 4], packed[at + 5]);
        };
        return new Line(kind, clause.key(), clause.title(), figures, amount, clause.citation());
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
        return lines().hashCode();
    }
}
