package jumin.regulation.json;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** 规范化 JSON：keys sorted, no white space, no fractions; equal values have equal text. */
public sealed interface Json {

    Json NOTHING = new Nothing();

    static Text text(Object value) {
        return new Text(value.toString());
    }

    static Json of(boolean value) {
        return new Flag(value);
    }

    static Json of(long value) {
        return new Whole(value);
    }

    static Array array(List<? extends Json> elements) {
        return new Array(List.copyOf(elements));
    }

    /** The canonical text. */
    default String canonical() {
        var text = new StringBuilder(256);
        JsonText.write(this, text);
        return text.toString();
    }

    /** Members in the order of their names. */
    record Structure(SortedMap<String, Json> members) implements Json {

        public Structure() {
            this(new TreeMap<>());
        }

        /** Adds a member while the structure is being built. */
        public Structure with(String name, Json value) {
            members.put(name, value);
            return this;
        }
    }

    /** An ordered list. */
    record Array(List<Json> elements) implements Json {

        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record Text(String value) implements Json {}

    /** A whole number; amounts and ratios are strings. */
    record Whole(long value) implements Json {}

    /** true, false. */
    record Flag(boolean value) implements Json {}

    /** null. */
    record Nothing() implements Json {}
}
