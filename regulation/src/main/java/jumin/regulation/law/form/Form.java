package jumin.regulation.law.form;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** 一种块的写法：the keys it may have, which of them it must have, and what each means. */
public record Form(String name, String title, SequencedMap<String, Field> fields) {

    /** 一个键。 */
    public record Field(Shape shape, boolean required, String says) {}

    static Form of(String name, String title) {
        return new Form(name, title, new LinkedHashMap<>());
    }

    Form must(String key, Shape shape, String says) {
        fields.put(key, new Field(shape, true, says));
        return this;
    }

    Form may(String key, Shape shape, String says) {
        fields.put(key, new Field(shape, false, says));
        return this;
    }
}
