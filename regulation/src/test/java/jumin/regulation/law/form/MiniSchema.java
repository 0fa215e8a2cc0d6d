package jumin.regulation.law.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jumin.regulation.law.Node;
import jumin.regulation.law.YamlSource;

/** As much of a JSON schema validator as our own schemas use; reads the schema files, not the grammar. */
final class MiniSchema {

    private static final Map<String, Node> SCHEMAS = JsonSchema.files().entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    file -> YamlSource.read(file.getKey(), file.getValue(), 1).getFirst()));

    private final String file;

    private MiniSchema(String file) {
        this.file = file;
    }

    static MiniSchema of(String file) {
        return new MiniSchema(file);
    }

    List<String> problems(Node value) {
        var problems = new ArrayList<String>();
        if (!valid(SCHEMAS.get(file), value, file)) {
            problems.add(value.mark() + " " + file);
        }
        return problems;
    }

    private boolean valid(Node schema, Node value, String within) {
        for (var rule : schema.members().entrySet()) {
            if (!holds(rule, schema, value, within)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Map.Entry<String, Node> rule, Node schema, Node value, String within) {
        var says = rule.getValue();
        return switch (rule.getKey()) {
            case "$ref" -> reference(says.text(), value, within);
            case "type" ->
                says.texts().contains(type(value))
                        || value instanceof Node.Scalar && says.texts().contains("string");
            case "pattern" -> !(value instanceof Node.Scalar scalar) || Pattern.matches(says.text(), scalar.text());
            case "enum" -> value instanceof Node.Scalar scalar && says.texts().contains(scalar.text());
            case "const" -> value instanceof Node.Scalar scalar && says.text().equals(scalar.text());
            case "required" -> !value.isMapping() || value.members().keySet().containsAll(says.texts());
            case "properties" ->
                !value.isMapping()
                        || says.members().entrySet().stream()
                                .allMatch(property -> value.find(property.getKey())
                                        .map(member -> valid(property.getValue(), member, within))
                                        .orElse(true));
            case "additionalProperties" -> !value.isMapping() || additional(says, schema, value, within);
            case "items" ->
                !(value instanceof Node.Sequence list)
                        || list.elements().stream().allMatch(element -> valid(says, element, within));
            case "anyOf" -> says.list().stream().anyMatch(option -> valid(option, value, within));
            case "allOf" -> says.list().stream().allMatch(option -> valid(option, value, within));
            case "not" -> !valid(says, value, within);
            case "if" ->
                valid(says, value, within)
                        ? branch(schema, "then", value, within)
                        : branch(schema, "else", value, within);
            case "then", "else", "$schema", "title", "description", "definitions" -> true;
            default -> throw new IllegalArgumentException("schema uses " + rule.getKey());
        };
    }

    private boolean branch(Node schema, String key, Node value, String within) {
        return schema.find(key).map(then -> valid(then, value, within)).orElse(true);
    }

    private boolean additional(Node says, Node schema, Node value, String within) {
        var known =
                schema.find("properties").map(Node::members).orElse(Map.of()).keySet();
        return value.members().entrySet().stream()
                .filter(member -> !known.contains(member.getKey()))
                .allMatch(member -> says.isMapping() && valid(says, member.getValue(), within));
    }

    private boolean reference(String pointer, Node value, String within) {
        var parts = pointer.split("#/definitions/");
        var target = parts[0].isEmpty() ? within : parts[0];
        var definition = SCHEMAS.get(target).get("definitions").get(parts[1]);
        return valid(definition, value, target);
    }

    private static String type(Node value) {
        return switch (value) {
            case Node.Scalar scalar -> "scalar";
            case Node.Sequence list -> "array";
            case Node.Mapping mapping -> "object";
        };
    }
}
