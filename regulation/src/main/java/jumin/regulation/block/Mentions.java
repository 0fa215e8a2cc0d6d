package jumin.regulation.block;

import java.util.Collection;
import java.util.Map;
import jumin.regulation.law.Node;

/** Whether a piece of data names something. */
public final class Mentions {

    private Mentions() {}

    public static boolean any(Node node, Collection<String> names) {
        return switch (node) {
            case Node.Scalar scalar -> names.contains(scalar.text());
            case Node.Sequence list -> list.elements().stream().anyMatch(element -> any(element, names));
            case Node.Mapping mapping -> mapping.members().entrySet().stream().anyMatch(member -> any(member, names));
        };
    }

    private static boolean any(Map.Entry<String, Node> member, Collection<String> names) {
        return names.contains(member.getKey()) || any(member.getValue(), names);
    }
}
