package jumin.regulation.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jumin.regulation.law.Law;

/** 类别和年龄：those of a law, each after those that it asks for; {@code named} are the slots that each looks at. */
public record Classes(List<Derived> all, List<BitSet> named) {

    /** Adds a slot for each age and class whose key begins with {@code prefix} and compiles it. */
    public static Classes compile(Law law, Schema schema, String prefix) {
        var all = new ArrayList<Schema.Naming<Derived>>();
        for (var key : law.keys(prefix + "age.")) {
            all.add(schema.naming(() -> Derived.age(law.get(key), schema, key.substring(prefix.length()))));
        }
        for (var key : ordered(law, prefix)) {
            var name = key.substring(prefix.length());
            all.add(schema.naming(() -> Derived.classified(law.get(key), law, schema, name)));
        }
        return new Classes(
                all.stream().map(Schema.Naming::made).toList(),
                all.stream().map(Schema.Naming::slots).toList());
    }

    /** A class that asks for another comes after it. */
    private static List<String> ordered(Law law, String prefix) {
        var pending = new ArrayList<>(law.keys(prefix + "class.").stream()
                .filter(key -> law.get(key).version().isPresent())
                .toList());
        var ordered = new ArrayList<String>();
        while (!pending.isEmpty()) {
            var names =
                    pending.stream().map(key -> key.substring(prefix.length())).toList();
            var next = pending.stream()
                    .filter(key -> !Mentions.any(law.get(key).rule().node(), names))
                    .findFirst()
                    .orElseThrow(
                            () -> law.get(pending.getFirst()).rule().node().problem("类别互相引用：" + names + "；拆开其中一个"));
            ordered.add(next);
            pending.remove(next);
        }
        return ordered;
    }

    /** Those that stand in these slots, and those that they ask for in turn. */
    public List<Derived> standingIn(BitSet slots) {
        var wanted = (BitSet) slots.clone();
        var needed = new ArrayList<Derived>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (wanted.get(all.get(i).slot())) {
                wanted.or(named.get(i));
                needed.addFirst(all.get(i));
            }
        }
        return List.copyOf(needed);
    }
}
