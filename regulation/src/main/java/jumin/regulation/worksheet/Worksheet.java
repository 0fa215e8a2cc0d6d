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

    private static final int ROOM = 40;
    private static final int SHORT = 2;
    private static final int MIDDLE = 3;
    private static final int PRODUCT = 4;
    private static final int LONG = 6;

    /** The head of a line, from below: its clause, its kind, its width, and of a product its rate (or share) and its points. */
    private static final int CLAUSE_BITS = 16;

    private static final int KIND_BITS = 5;
    private static final int WIDTH_BITS = 3;
    private static final int RATE_BITS = 20;
    private static final int WIDTH_AT = CLAUSE_BITS + KIND_BITS;
    private static final int RATE_AT = WIDTH_AT + WIDTH_BITS;
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
        if ((figures.standard() | figures.points()) >>> RATE_BITS == 0) {
            writeProduct(head(PRODUCT, kind, clause), figures, amount);
            return;
        }
        int at = room(LONG);
        packed[at] = head(LONG, kind, clause);
        packed[at + 1] = amount;
        packed[at + 2] = figures.base();
        packed[at + 3] = figures.less();
        packed[at + 4] = figures.standard();
        packed[at + 5] = figures.points();
    }

    private void writeProduct(long head, Line.Figures figures, long amount) {
        int at = room(PRODUCT);
        packed[at] = head | figures.standard() << RATE_AT | figures.points() << RATE_AT + RATE_BITS;
        packed[at + 1] = amount;
        packed[at + 2] = figures.base();
        packed[at + 3] = figures.less();
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
        return (long) width << WIDTH_AT | (long) kind.ordinal() << CLAUSE_BITS | clause.id();
    }

    private static int part(long head, int from, int bits) {
        return (int) (head >>> from) & (1 << bits) - 1;
    }

    private static int width(long head) {
        return part(head, WIDTH_AT, WIDTH_BITS);
    }

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        if (opening != NOTHING) {
            var first = on(legend);
            opening.write(first);
            lines.addAll(first.lines());
        }
        for (int at = 0; at < end; at += width(packed[at])) {
            lines.add(line(at));
        }
        return List.copyOf(lines);
    }

    private Line line(int at) {
        long head = packed[at];
        var kind = KINDS[part(head, CLAUSE_BITS, KIND_BITS)];
        var clause = legend.clause(part(head, 0, CLAUSE_BITS));
        long amount = packed[at + 1];
        var figures = switch (width(head)) {
            case SHORT -> Line.Figures.of(amount);
            case MIDDLE -> Line.Figures.of(packed[at + 2]);
            case PRODUCT ->
                new Line.Figures(
                        packed[at + 2],
                        packed[at + 3],
                        part(head, RATE_AT, RATE_BITS),
                        part(head, RATE_AT + RATE_BITS, RATE_BITS));
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
