package jumin.regulation.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Numbers;
import jumin.regulation.fact.WordList;

/** 受理：the facts' names and words become slots and numbers once, at the door; behind it nobody reads a name. */
final class Intake {

    static final Intake NONE = new Intake(List.of(), List.of(), Map.of(), Map.of());

    private final List<Slot> ordered;
    private final Slot[] slots;
    private final long[] blank;
    private final Numbers names;
    private final Numbers listNames;
    private final int listCount;

    /** @param unasked facts that are known, but that the law does not ask for */
    Intake(List<Slot> ordered, List<Slot> unasked, Map<String, String> otherNames, Map<String, Integer> lists) {
        this.ordered = List.copyOf(ordered);
        this.slots = Stream.concat(ordered.stream(), unasked.stream()).toArray(Slot[]::new);
        this.blank = ordered.stream().mapToLong(Slot::whenAbsent).toArray();
        var numbered = new HashMap<String, Integer>();
        for (int i = 0; i < slots.length; i++) {
            numbered.put(slots[i].name(), i);
        }
        otherNames.forEach((name, other) -> numbered.put(name, numbered.get(other)));
        this.names = new Numbers(numbered);
        this.listNames = new Numbers(lists);
        this.listCount = lists.size();
    }

    boolean knows(int slotCount) {
        return blank.length == slotCount;
    }

    Taken take(Facts facts) {
        var taken = new Taken(blank.clone(), listCount);
        for (int i = 0; i < facts.size(); i++) {
            place(taken, facts.name(i), facts.value(i));
        }
        return taken;
    }

    void enter(long[] frame, String prefix, Facts member) {
        for (var slot : ordered) {
            if (slot.name().startsWith(prefix)) {
                put(frame, slot, slot.whenAbsent());
            }
        }
        var taken = new Taken(frame, listCount);
        member.forEach((name, fact) -> place(taken, prefix + name, fact));
    }

    private void place(Taken taken, String name, Fact fact) {
        var frame = taken.frame();
        switch (fact) {
            case Fact.Amount amount -> put(frame, slot(name), amount.value().fen());
            case Fact.Word word -> {
                var slot = slot(name);
                put(frame, slot, number(slot, word));
            }
            case Fact.Day day -> put(frame, slot(name), day.value().toEpochDay());
            case Fact.Flag flag -> put(frame, slot(name), flag.value() ? 1 : 0);
            case Fact.Count count -> put(frame, slot(name), count.value());
            case Fact.Words words -> {
                var slot = slot(name);
                put(frame, slot, bits(slot.words().orElseThrow(), words.values()));
            }
            case Fact.Share share -> put(frame, slot(name), share.value().millionths());
            case Fact.Period period -> {
                put(frame, slot(name + ".first"), period.value().first().toEpochDay());
                put(frame, slot(name + ".last"), period.value().last().toEpochDay());
            }
            case Fact.Many many -> {
                put(frame, slot(name), many.values().size());
                list(taken, name, many);
            }
            case Fact.Periods periods -> list(taken, name, periods);
            case Fact.Items items -> list(taken, name, items);
        }
    }

    /** The items of a group's member stay with the member. */
    private void list(Taken taken, String name, Fact fact) {
        int number = listNames.of(name);
        if (number >= 0) {
            taken.list(number, fact);
        }
    }

    private Slot slot(String name) {
        int number = names.of(name);
        if (number < 0) {
            throw new IllegalArgumentException("没有声明事实“" + name + "”");
        }
        return slots[number];
    }

    /** A fact that nothing asks for goes nowhere, and so does one behind the end of a frame that was cut. */
    private static void put(long[] frame, Slot slot, long value) {
        if (slot.index() != Slot.NOWHERE && slot.index() < frame.length) {
            frame[slot.index()] = value;
        }
    }

    private static long number(Slot slot, Fact.Word word) {
        return slot.type() == FactType.GRANT
                ? Frame.UNLIMITED
                : slot.words().orElseThrow().number(word.value());
    }

    private static long bits(WordList list, List<String> words) {
        long bits = 0;
        for (int i = 0; i < words.size(); i++) {
            bits |= 1L << list.number(words.get(i));
        }
        return bits;
    }
}
