package jumin.regulation.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Numbers;
import jumin.regulation.fact.WordList;

/** 受理：the facts' names and words become slots and numbers once, at the door; behind it nobody reads a name. */
final class Intake {

    private final List<Slot> ordered;
    private final Slot[] slots;
    private final long[] blank;
    private final Numbers names;
    private final Numbers listNames;
    private final int listCount;

    Intake(List<Slot> ordered, Map<String, String> otherNames, Map<String, Integer> lists) {
        this.ordered = new ArrayList<>(ordered);
        this.slots = ordered.toArray(Slot[]::new);
        this.blank = ordered.stream().mapToLong(Slot::whenAbsent).toArray();
        var numbered = new HashMap<String, Integer>();
        ordered.forEach(slot -> numbered.put(slot.name(), slot.index()));
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
                frame[slot.index()] = slot.whenAbsent();
            }
        }
        var taken = new Taken(frame, listCount);
        member.forEach((name, fact) -> place(taken, prefix + name, fact));
    }

    private void place(Taken taken, String name, Fact fact) {
        var frame = taken.frame();
        switch (fact) {
            case Fact.Amount amount -> frame[index(name)] = amount.value().fen();
            case Fact.Word word -> {
                int index = index(name);
                frame[index] = number(slots[index], word);
            }
            case Fact.Day day -> frame[index(name)] = day.value().toEpochDay();
            case Fact.Flag flag -> frame[index(name)] = flag.value() ? 1 : 0;
            case Fact.Count count -> frame[index(name)] = count.value();
            case Fact.Words words -> {
                int index = index(name);
                frame[index] = bits(slots[index].words().orElseThrow(), words.values());
            }
            case Fact.Share share -> frame[index(name)] = share.value().millionths();
            case Fact.Period period -> {
                frame[index(name + ".first")] = period.value().first().toEpochDay();
                frame[index(name + ".last")] = period.value().last().toEpochDay();
            }
            case Fact.Many many -> {
                frame[index(name)] = many.values().size();
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

    private int index(String name) {
        int index = names.of(name);
        if (index < 0) {
            throw new IllegalArgumentException("没有声明事实“" + name + "”");
        }
        return index;
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
