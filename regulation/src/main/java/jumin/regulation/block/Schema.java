package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
    private final Map<String, Slot> unasked = new LinkedHashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private final Map<String, Integer> lists = new HashMap<>();
    private final List<Slot> ordered = new ArrayList<>();
    private final Deque<BitSet> naming = new ArrayDeque<>();

    private final RoundingMode rounding;
    private volatile Intake intake = Intake.NONE;

    private Schema(RoundingMode rounding) {
        this.rounding = rounding;
    }

    public Schema(Declarations declarations, RoundingMode rounding) {
        this(rounding);
        declarations.all().forEach(this::declare);
        List.copyOf(unasked.keySet()).forEach(this::ask);
    }

    /** Gives a slot to those facts only that the law asks for while it is compiled; the others are received and go nowhere. */
    public static Schema sparing(Declarations declarations, RoundingMode rounding) {
        var schema = new Schema(rounding);
        declarations.all().forEach(schema::declare);
        return schema;
    }

    private void declare(Declaration declared) {
        switch (declared.type()) {
            case PERIOD -> {
                declare(declared.name() + ".first", FactType.DAY, Optional.empty(), Frame.ABSENT);
                declare(declared.name() + ".last", FactType.DAY, Optional.empty(), Frame.ABSENT);
            }
            case MANY -> {
                lists.put(declared.name(), lists.size());
                declare(declared.name(), FactType.COUNT, Optional.empty(), 0);
                declared.members()
                        .ifPresent(members -> members.all().forEach(member -> declare(member.under(declared.name()))));
            }
            case PERIODS, ITEMS -> lists.put(declared.name(), lists.size());
            default -> {
                declared.as().ifPresent(name -> otherNames.put(declared.name(), name));
                declare(declared.as().orElse(declared.name()), declared.type(), declared.words(), whenAbsent(declared));
            }
        }
    }

    private static long whenAbsent(Declaration declared) {
        return declared.absent()
                .map(text -> Slot.literal(declared.type(), declared.words(), text))
                .orElse(declared.type() == FactType.FLAG || declared.type() == FactType.WORDS ? 0 : Frame.ABSENT);
    }

    private void declare(String name, FactType type, Optional<WordList> words, long whenAbsent) {
        once(name);
        unasked.put(name, new Slot(Slot.NOWHERE, name, type, words, whenAbsent));
    }

    private void once(String name) {
        if (slots.containsKey(name) || unasked.containsKey(name)) {
            throw new IllegalArgumentException("名称“" + name + "”声明了两次");
        }
    }

    public Slot add(String name, FactType type, Optional<WordList> words, long whenAbsent) {
        once(name);
        var slot = new Slot(ordered.size(), name, type, words, whenAbsent);
        slots.put(name, slot);
        ordered.add(slot);
        return slot;
    }

    /** The declared fact gets its slot. */
    private Slot ask(String name) {
        var declared = unasked.remove(name);
        return add(name, declared.type(), declared.words(), declared.whenAbsent());
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
        var slot = Optional.ofNullable(unasked.containsKey(name) ? ask(name) : slots.get(name));
        if (!naming.isEmpty()) {
            slot.ifPresent(found -> naming.peek().set(found.index()));
        }
        return slot;
    }

    /** Something made of the law, and the slots that it names. */
    public record Naming<T>(T made, BitSet slots) {}

    /** Makes something of the law and notes which slots it asks for; only while the law is compiled. */
    public <T> Naming<T> naming(Supplier<T> making) {
        naming.push(new BitSet());
        T made;
        BitSet slots;
        try {
            made = making.get();
        } finally {
            slots = naming.pop();
        }
        if (!naming.isEmpty()) {
            naming.peek().or(slots);
        }
        return new Naming<>(made, slots);
    }

    /** How many slots there are by now. */
    public int size() {
        return ordered.size();
    }

    /** What stands in a slot. */
    public String name(int index) {
        return ordered.get(index).name();
    }

    /** Everything that the law may ask for. */
    public Set<String> names() {
        var names = new TreeSet<>(slots.keySet());
        names.addAll(unasked.keySet());
        return names;
    }

    /** The slot that a piece of data names. */
    public Slot get(String name, Node where) {
        return find(name)
                .orElseThrow(() -> where.problem(
                        "没有声明事实或数额“" + name + "”；" + Nearest.hint(name, names()) + "新的名称先在 vocabulary.yaml 中声明"));
    }

    /** The slot with this number. */
    public Slot at(int index) {
        return ordered.get(index);
    }

    /** The number of a fact that is a list, in {@link Taken}. */
    public int list(String name) {
        return lists.get(name);
    }

    /** The declared groups of members, in the order of their names. */
    public List<String> groups() {
        return lists.keySet().stream().filter(names()::contains).sorted().toList();
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
            known = new Intake(ordered, List.copyOf(unasked.values()), otherNames, lists);
            intake = known;
        }
        return known;
    }
}
