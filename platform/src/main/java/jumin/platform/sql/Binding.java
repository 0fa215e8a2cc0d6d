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
                case Sql.ArrayOf array ->
                    statement.setArray(
                            at,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            array.type(), array.elements().toArray()));
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
        return statement.getConnection().createArrayOf(type, elements.toArray());
    }
}
