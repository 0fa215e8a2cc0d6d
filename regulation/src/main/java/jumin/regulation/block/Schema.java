package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Declarations;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Node;
import jumin.regulation.law.form.Nearest;

/** 事实、类别和数额在一次核算中的位置。Names become numbers once; a step then reads fields, not strings. */
public final class Schema {

    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private final Map<String, Integer> lists = new HashMap<>();
    private final List<Slot> ordered = new ArrayList<>();

    private final RoundingMode rounding;
    private volatile Intake intake = new Intake(List.of(), Map.of(), Map.of());

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
                lists.put(declared.name(), lists.size());
                add(declared.name(), FactType.COUNT, Optional.empty(), 0);
                declared.members()
                        .ifPresent(members -> members.all().forEach(member -> declare(member.under(declared.name()))));
            }
            case PERIODS, ITEMS -> lists.put(declared.name(), lists.size());
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

    Slot at(int index) {
        return ordered.get(index);
    }

    /** The number of a fact that is a list, in {@link Taken}. */
    public int list(String name) {
        return lists.get(name);
    }

    /** The declared groups of members, in the order of their names. */
    public List<String> groups() {
        return lists.keySet().stream().filter(slots::containsKey).sorted().toList();
    }

    /** A new frame with the facts in their slots. */
    public long[] frame(Facts facts) {
        return take(facts).frame();
    }

    /** The facts as numbers, and those that are lists. */
    public Taken take(Facts facts) {
        return intake().take(facts);
    }

    /** Puts one member of a group into the group's slots, in place of the member that was there. */
    public void enter(long[] frame, String group, Facts member) {
        intake().enter(frame, group + ".", member);
    }

    /** Made when the last slot is there, and again should one follow. */
    private Intake intake() {
        var known = intake;
        if (!known.knows(ordered.size())) {
            known = new Intake(ordered, otherNames, lists);
            intake = known;
        }
        return known;
    }
}
