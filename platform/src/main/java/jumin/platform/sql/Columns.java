package jumin.platform.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Many rows as one bound array per column, for {@code insert … select … from unnest(?::uuid[], ?::text[])}: one statement and one plan,
 * however many rows.
 */
public final class Columns<T> {

    private final List<T> rows;
    private final List<Sql.ArrayOf> columns = new ArrayList<>();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** The next column; an empty Optional is null. */
    public Columns<T> with(String type, Function<T, ?> value) {
        var elements = new ArrayList<Object>(rows.size());
        for (var row : rows) {
            elements.add(plain(value.apply(row)));
        }
        columns.add(new Sql.ArrayOf(type, elements));
        return this;
    }

    /** In the order of the question marks. */
    public Object[] values() {
        return columns.toArray();
    }

    /** The same, where values that all rows share are bound before them. */
    public Object[] after(Object... shared) {
        var all = new ArrayList<Object>(Arrays.asList(shared));
        all.addAll(columns);
        return all.toArray();
    }

    private static Object plain(Object value) {
        var present = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        return present instanceof Enum<?> word ? word.name() : present;
    }
}
