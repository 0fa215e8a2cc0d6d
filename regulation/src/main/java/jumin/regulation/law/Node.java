package jumin.regulation.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A piece of YAML (or JSON) with its place, so that every complaint names file and line. */
public sealed interface Node {

    Mark mark();

    /** A single value, always read as text. */
    record Scalar(Mark mark, String text, boolean quoted) implements Node {}

    /** A list. */
    record Sequence(Mark mark, List<Node> elements) implements Node {}

    /** Keys with values in the order of the file. */
    record Mapping(Mark mark, SequencedMap<String, Node> members, Map<String, Mark> keys) implements Node {}

    default LawDataProblem problem(String what) {
        return new LawDataProblem(mark(), what);
    }

    default String text() {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        throw problem("此处须为一个值");
    }

    /** The elements; a single value counts as a list of one. */
    default List<Node> list() {
        return this instanceof Sequence sequence ? sequence.elements() : List.of(this);
    }

    default List<String> texts() {
        return list().stream().map(Node::text).toList();
    }

    default Map<String, Node> members() {
        if (this instanceof Mapping mapping) {
            return mapping.members();
        }
        throw problem("此处须为“键: 值”");
    }

    default boolean isMapping() {
        return this instanceof Mapping;
    }

    default Optional<Node> find(String key) {
        return this instanceof Mapping mapping
                ? Optional.ofNullable(mapping.members().get(key))
                : Optional.empty();
    }

    /** Where a key stands. */
    default Mark mark(String key) {
        return this instanceof Mapping mapping ? mapping.keys().getOrDefault(key, mapping.mark()) : mark();
    }

    default Node get(String key) {
        return find(key).orElseThrow(() -> problem("缺少键“" + key + "”"));
    }

    default String text(String key) {
        return get(key).text();
    }

    /** Refuses keys that nobody would read. */
    default void only(Set<String> known) {
        members().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw new LawDataProblem(
                        mark(key),
                        "不认识的键“" + key + "”，可用："
                                + String.join("、", known.stream().sorted().toList()));
            }
        });
    }

    /** The values without marks, comments and the keys that change nothing; for the hash of a release. */
    default String canonical(Set<String> withoutEffect) {
        return switch (this) {
            case Scalar scalar -> '"' + scalar.text() + '"';
            case Sequence sequence ->
                sequence.elements().stream()
                        .map(element -> element.canonical(withoutEffect))
                        .toList()
                        .toString();
            case Mapping mapping ->
                mapping.members().entrySet().stream()
                        .filter(member -> !withoutEffect.contains(member.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> member.getKey() + ":" + member.getValue().canonical(withoutEffect))
                        .toList()
                        .toString();
        };
    }
}
