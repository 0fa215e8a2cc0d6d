package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Declarations;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Node;
import jumin.regulation.law.form.Nearest;

/** 事实、类别和数额在一次核算中的位置。Names become numbers once; a step then reads fields, not strings. */
public final class Schema {

    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private final List<Slot> ordered = new ArrayList<>();

    private final RoundingMode rounding;
    private volatile long[] blank = {};

    public Schema(Declarations declarations, RoundingMode rounding) {
        this.rounding = rounding;
        declarations.all().forEach(this::declare);
    }

    private void declare(Declaration declared) {
        switch (declared.type()) {
            case PERIOD -> {
                add(declared.name() + ".first", FactType.DAY, Optional.empty(), Frame.ABSENT);
                add(declared.name() + ".last", FactType.DAY, Optional.empty(), Frame.ABSENT);
            }
            case MANY -> {
                add(declared.name(), FactType.COUNT, Optional.empty(), 0);
                declared.members()
                        .ifPresent(members -> members.all().forEach(member -> declare(member.under(declared.name()))));
            }
            case PERIODS, ITEMS -> {}
            default -> {
                declared.as().ifPresent(name -> otherNames.put(declared.name(), name));
                add(declared.as().orElse(declared.name()), declared.type(), declared.words(), whenAbsent(declared));
            }
        }
    }

    private static long whenAbsent(Declaration declared) {
        return declared.absent()
                .map(text -> Slot.literal(declared.type(), declared.words(), text))
                .orElse(declared.type() == FactType.FLAG || declared.type() == FactType.WORDS ? 0 : Frame.ABSENT);
    }

    public Slot add(String name, FactType type, Optional<WordList> words, long whenAbsent) {
        var slot = new Slot(ordered.size(), name, type, words, whenAbsent);
        if (slots.put(name, slot) != null) {
            throw new IllegalArgumentException("名称“" + name + "”声明了两次");
        }
        ordered.add(slot);
        return slot;
    }

    /** 取整方式 */
    public RoundingMode rounding() {
        return rounding;
    }

    /** A slot for an amount that the steps compute. */
    public Slot quantity(String name) {
        return add(name, FactType.AMOUNT, Optional.empty(), 0);
    }

    public Optional<Slot> find(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** What stands in a slot. */
    public String name(int index) {
        return ordered.get(index).name();
    }

    /** Everything that has a slot. */
    public java.util.Set<String> names() {
        return java.util.Collections.unmodifiableSet(slots.keySet());
    }

    /** The slot that a piece of data names. */
    public Slot get(String name, Node where) {
        return find(name)
                .orElseThrow(() -> where.problem("没有声明事实或数额“" + name + "”；" + Nearest.hint(name, slots.keySet())
                        + "新的名称先在 vocabulary.yaml 中声明"));
    }

    /** A new frame with the facts in their slots. */
    public long[] frame(Facts facts) {
        var frame = blank().clone();
        facts.all().forEach((name, fact) -> place(frame, name, fact));
        return frame;
    }

    /** Puts one member of a group into the group's slots, in place of the member that was there. */
    public void enter(long[] frame, String group, Facts member) {
        var prefix = group + ".";
        for (var slot : ordered) {
            if (slot.name().startsWith(prefix)) {
                frame[slot.index()] = slot.whenAbsent();
            }
        }
        member.all().forEach((name, fact) -> place(frame, prefix + name, fact));
    }

    /** A frame without facts; made when the last slot is there, and again should one follow. */
    private long[] blank() {
        var known = blank;
        if (known.length != ordered.size()) {
            known = ordered.stream().mapToLong(Slot::whenAbsent).toArray();
            blank = known;
        }
        return known;
    }

    private void place(long[] frame, String name, Fact fact) {
        switch (fact) {
            case Fact.Period period -> {
                frame[index(name + ".first")] = period.value().first().toEpochDay();
                frame[index(name + ".last")] = period.value().last().toEpochDay();
            }
            case Fact.Periods periods -> {}
            case Fact.Items items -> {}
            case Fact.Many many -> frame[index(name)] = many.values().size();
            default -> {
                var slot = slots.get(otherNames.getOrDefault(name, name));
                if (slot == null) {
                    throw new IllegalArgumentException("没有声明事实“" + name + "”");
                }
                frame[slot.index()] = encode(slot, fact);
            }
        }
    }

    private int index(String name) {
        var slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("没有声明事实“" + name + "”");
        }
        return slot.index();
    }

    private static long encode(Slot slot, Fact fact) {
        return switch (fact) {
            case Fact.Word word when slot.type() == FactType.GRANT -> Frame.UNLIMITED;
            case Fact.Word word -> slot.words().orElseThrow().number(word.value());
            case Fact.Words words -> bits(slot.words().orElseThrow(), words.values());
            case Fact.Flag flag -> flag.value() ? 1 : 0;
            case Fact.Day day -> day.value().toEpochDay();
            case Fact.Amount amount -> amount.value().fen();
            case Fact.Share share -> share.value().millionths();
            case Fact.Count count -> count.value();
            case Fact.Period p -> throw new IllegalStateException(slot.name());
            case Fact.Periods p -> throw new IllegalStateException(slot.name());
            case Fact.Items i -> throw new IllegalStateException(slot.name());
            case Fact.Many m -> throw new IllegalStateException(slot.name());
        };
    }

    private static long bits(WordList list, List<String> words) {
        long bits = 0;
        for (var word : words) {
            bits |= 1L << list.number(word);
        }
        return bits;
    }
}
