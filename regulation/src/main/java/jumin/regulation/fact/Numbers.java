package jumin.regulation.fact;

import java.util.Map;

/** 名称的编号：numbers of fixed names, found at the door where words become numbers; a table with at least half of its places free. */
public final class Numbers {

    private final String[] names;
    private final int[] numbers;
    private final int last;

    public Numbers(Map<String, Integer> numbered) {
        int places = Integer.highestOneBit(Math.max(1, numbered.size() * 4 - 1)) * 2;
        names = new String[places];
        numbers = new int[places];
        last = places - 1;
        numbered.forEach((name, number) -> {
            int place = place(name);
            names[place] = name;
            numbers[place] = number;
        });
    }

    /** The number of a name, or −1. */
    public int of(String name) {
        int place = place(name);
        return names[place] == null ? -1 : numbers[place];
    }

    /** The name's place, or the free one where it would stand. */
    private int place(String name) {
        int hash = name.hashCode();
        int place = (hash ^ hash >>> 15) & last;
        while (names[place] != null && !names[place].equals(name)) {
            place = place + 1 & last;
        }
        return place;
    }
}
