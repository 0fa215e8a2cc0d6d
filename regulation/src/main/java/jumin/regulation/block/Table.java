package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jumin.regulation.Rate;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.Provision;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.law.RuleInForce;

/** 按类别查的表。Cells over declared axes (hospital level, kind, person class …); without axes a single value. */
public final class Table implements Lookup {

    private static final String SEE = "see ";

    private final List<Slot> axes;
    private final int[] slots;
    private final int[] sizes;
    private final long[] cells;
    private final int[] facts;
    private final int[] origins;
    private final RoundingMode rounding;
    private final Map<Integer, Provision<Long>> elsewhere;
    private final ReadLog.Probe probe;
    private final boolean constant;

    private Table(Filling filled, ReadLog.Probe probe) {
        this.axes = filled.axes;
        this.slots = filled.axes.stream().mapToInt(Slot::index).toArray();
        this.sizes = filled.axes.stream()
                .mapToInt(axis -> axis.words().orElseThrow().size())
                .toArray();
        this.cells = filled.values;
        this.facts = filled.facts;
        this.origins = filled.origins;
        this.rounding = filled.schema.rounding();
        this.elsewhere = Map.copyOf(filled.elsewhere);
        this.probe = probe;
        this.constant = IntStream.of(facts).allMatch(fact -> fact < 0);
    }

    /** Compiles a rule that has a version on the day. */
    public static Table of(RuleInForce rule, Law law, Schema schema) {
        var node = rule.rule().node();
        var axes = node.find("axes").map(Node::list).orElse(List.of()).stream()
                .map(axis -> schema.get(axis.text(), axis))
                .toList();
        int size = axes.stream()
                .mapToInt(axis -> axis.words().orElseThrow().size())
                .reduce(1, (a, b) -> a * b);
        var unit = Cells.of(rule.rule().unit(), node);
        var filling = new Filling(
                law,
                schema,
                unit,
                axes,
                new long[size],
                new int[size],
                new int[size],
                new ArrayList<>(),
                new HashMap<>());
        var content = rule.version().orElseThrow().content();
        node.find("others").ifPresent(others -> filling.fill(others, 0, 0));
        filling.cells(content.get("cells"));
        return new Table(filling, law.reads().probe(filling.places));
    }

    @Override
    public long at(long[] frame) {
        int index = index(frame);
        if (index < 0) {
            return Frame.ABSENT;
        }
        if (probe.isOn()) {
            used(index);
        }
        return constant ? cells[index] : value(index, frame);
    }

    /** A table of which it is noted what is read is looked up each time. */
    @Override
    public Lookup in(Known known) {
        if (probe.isOn() || !isSettled(known)) {
            return this;
        }
        return formula(known.frame()).<Lookup>map(formula -> formula).orElseGet(() -> new Fixed(at(known.frame())));
    }

    /** The formula of the cell that applies, if it has one. */
    Optional<ShareOf> formula(long[] frame) {
        int index = index(frame);
        return index < 0 || facts[index] < 0
                ? Optional.empty()
                : Optional.of(new ShareOf(facts[index], cells[index], rounding));
    }

    /** Whether it is known which cell applies. */
    public boolean isSettled(Known known) {
        return known.hasAll(slots);
    }

    /** The number of the cell, for those who keep something beside each; −1 when a fact is not given. */
    public int index(long[] frame) {
        int index = 0;
        for (int i = 0; i < slots.length; i++) {
            long word = frame[slots[i]];
            if (word < 0) {
                return -1;
            }
            index = index * sizes[i] + (int) word;
        }
        return index;
    }

    /** The highest value among several words of the only axis. */
    long highest(long[] frame) {
        long words = frame[axes.getFirst().index()];
        long highest = Frame.ABSENT;
        for (; words != 0; words &= words - 1) {
            int index = Long.numberOfTrailingZeros(words);
            probe.hit(origins[index] - 1);
            highest = Math.max(highest, value(index, frame));
        }
        return highest;
    }

    public List<Slot> axes() {
        return axes;
    }

    /** Notes that a cell was used by somebody who keeps the values himself. */
    public void used(int index) {
        probe.hit(origins[index] - 1);
    }

    /** Whether anybody wants to know which cells were used. */
    public boolean isNoted() {
        return probe.isOn();
    }

    /** The basis of a cell that takes its value from another rule ({@code see …}). */
    public Optional<Citation> citationAt(int index) {
        return Optional.ofNullable(elsewhere.get(index)).map(provision -> switch (provision) {
            case Cited<Long> cited -> cited.citation();
            case RegulationGap<Long> gap -> gap.citation();
            case NotProvided<Long> none -> none.citation();
        });
    }

    /** All values in the order of the cells. */
    public long[] cells() {
        return cells.clone();
    }

    /** How many cells there are. */
    public int size() {
        return cells.length;
    }

    /** Where a formula takes its ratio of, or −1. */
    public int factAt(int index) {
        return facts[index];
    }

    public long cell(int index) {
        return cells[index];
    }

    private long value(int index, long[] frame) {
        int fact = facts[index];
        if (fact < 0) {
            return cells[index];
        }
        long whole = frame[fact];
        return whole == Frame.ABSENT ? Frame.ABSENT : Rate.share(whole, cells[index], rounding);
    }

    /** The array while it is being filled; a mapping level is an axis, a value above the last axis holds for all below. */
    private record Filling(
            Law law,
            Schema schema,
            Cells unit,
            List<Slot> axes,
            long[] values,
            int[] facts,
            int[] origins,
            List<Mark> places,
            Map<Integer, Provision<Long>> elsewhere) {

        void cells(Node cells) {
            if (axes.isEmpty()) {
                fill(cells.get("all"), 0, 0);
            } else {
                level(cells, 0, 0);
            }
            for (int i = 0; i < origins.length; i++) {
                if (origins[i] == 0) {
                    throw cells.problem("表中缺少一格（第 " + (i + 1) + " 格）；不予支付的写 others: not_covered");
                }
            }
        }

        private void level(Node node, int axis, int index) {
            if (axis == axes.size() || !node.isMapping()) {
                fill(node, axis, index);
                return;
            }
            var words = axes.get(axis).wordList(node);
            node.members()
                    .forEach(
                            (word, inner) -> level(inner, axis + 1, index * words.size() + number(words, word, inner)));
        }

        private static int number(jumin.regulation.fact.WordList words, String word, Node where) {
            try {
                return words.number(word);
            } catch (IllegalArgumentException e) {
                throw where.problem(e.getMessage());
            }
        }

        void fill(Node cell, int axis, int index) {
            int span = 1;
            for (int i = axis; i < axes.size(); i++) {
                span *= axes.get(i).words().orElseThrow().size();
            }
            places.add(cell.mark());
            boolean see = cell.text().startsWith(SEE);
            for (int i = index * span; i < (index + 1) * span; i++) {
                values[i] = see ? see(cell, i) : unit.read(cell);
                facts[i] = see ? -1 : Cells.factOf(cell, schema);
                origins[i] = places.size();
            }
        }

        /** The value of another rule; a hole there is a hole here. */
        private long see(Node cell, int index) {
            var key = cell.text().substring(SEE.length());
            if (law.find(key).isEmpty()) {
                throw cell.problem("没有规定“" + key + "”");
            }
            var provision = law.<Long>single(key, unit::read);
            elsewhere.put(index, provision);
            return switch (provision) {
                case Cited<Long> cited -> cited.value();
                case RegulationGap<Long> gap -> Frame.ABSENT;
                case NotProvided<Long> none -> Frame.NOT_COVERED;
            };
        }
    }
}
