package jumin.regulation.fact;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jumin.regulation.law.form.Nearest;

/** 一个问题所用的全部事实。 */
public record Declarations(SortedMap<String, Declaration> byName) {

    public Optional<Declaration> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Declaration> all() {
        return byName.values();
    }

    /** The names that one of those may state. */
    public Set<String> statedBy(StatedBy who) {
        return byName.values().stream()
                .filter(one -> one.statedBy().filter(who::equals).isPresent())
                .map(Declaration::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code 是不是“…”？} where a declared name is near. */
    String near(String name) {
        return Nearest.hint(name, byName.keySet());
    }

    boolean hasNested(String name) {
        return byName.keySet().stream().anyMatch(declared -> declared.startsWith(name + "."));
    }
}
