package jumin.platform.sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Binds Java's values to question marks, from some place on. */
final class Binding {

    private Binding() {}

    /** @param before how many question marks are bound already */
    static void bind(PreparedStatement statement, int before, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            var at = before + i + 1;
            var value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            switch (value) {
                case Sql.ArrayOf array -> statement.setArray(at, array(statement, array.type(), array.elements()));
                case Collection<?> elements -> statement.setArray(at, array(statement, elements));
                case Enum<?> word -> statement.setString(at, word.name());
                case null, default -> statement.setObject(at, value);
            }
        }
    }

    private static Array array(PreparedStatement statement, Collection<?> elements) throws SQLException {
        var type = switch (elements.isEmpty() ? "" : elements.iterator().next()) {
            case UUID id -> "uuid";
            case Long number -> "bigint";
            default -> "text";
        };
        return array(statement, type, elements);
    }

    /** Of a component type that the driver sends as it is; what it sends as text it escapes letter by letter. */
    private static Array array(PreparedStatement statement, String type, Collection<?> elements) throws SQLException {
        return switch (type) {
            // The question mark says that JSON is meant, and words become it there.
            case "text", "jsonb" -> array(statement, "text", words(elements));
            case "int4" -> array(statement, type, elements.toArray(Integer[]::new));
            case "int8" -> array(statement, type, elements.toArray(Long[]::new));
            case "bool" -> array(statement, type, elements.toArray(Boolean[]::new));
            default -> array(statement, type, elements.toArray());
        };
    }

    private static Array array(PreparedStatement statement, String type, Object[] elements) throws SQLException {
        return statement.getConnection().createArrayOf(type, elements);
    }

    private static String[] words(Collection<?> elements) {
        return elements.stream()
                .map(element -> element == null ? null : element.toString())
                .toArray(String[]::new);
    }
}
