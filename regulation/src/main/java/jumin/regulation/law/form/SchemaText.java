package jumin.regulation.law.form;

import java.util.List;
import java.util.Map;

/** JSON as people read it: one key a line. */
final class SchemaText {

    private final StringBuilder text = new StringBuilder();

    private SchemaText() {}

    static String of(Map<String, Object> value) {
        var writing = new SchemaText();
        writing.write(value, "\n");
        return writing.text.append('\n').toString();
    }

    private void write(Object value, String line) {
        switch (value) {
            case Map<?, ?> map -> {
                var separator = "{";
                for (var member : map.entrySet()) {
                    text.append(separator)
                            .append(line)
                            .append("  ")
                            .append(quoted(member.getKey()))
                            .append(": ");
                    write(member.getValue(), line + "  ");
                    separator = ",";
                }
                text.append(map.isEmpty() ? "{}" : line + "}");
            }
            case List<?> list -> {
                var separator = "[";
                for (var element : list) {
                    text.append(separator);
                    write(element, line);
                    separator = ", ";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            }
            case Boolean flag -> text.append(flag);
            default -> text.append(quoted(value));
        }
    }

    private static String quoted(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
