package jumin.regulation.cases;

import jumin.regulation.json.Json;
import jumin.regulation.law.Node;

/** YAML as JSON: plain true, false, null and whole numbers keep their type, everything else is text. */
final class NodeJson {

    private NodeJson() {}

    static Json of(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Sequence sequence ->
                Json.array(sequence.elements().stream().map(NodeJson::of).toList());
            case Node.Mapping mapping -> {
                var structure = new Json.Structure();
                mapping.members().forEach((name, value) -> structure.with(name, of(value)));
                yield structure;
            }
        };
    }

    private static Json scalar(Node.Scalar scalar) {
        var text = scalar.text();
        if (scalar.quoted()) {
            return Json.text(text);
        }
        return switch (text) {
            case "true", "false" -> Json.of(text.equals("true"));
            case "null", "" -> Json.NOTHING;
            default -> text.matches("-?\\d{1,18}") ? Json.of(Long.parseLong(text)) : Json.text(text);
        };
    }
}
