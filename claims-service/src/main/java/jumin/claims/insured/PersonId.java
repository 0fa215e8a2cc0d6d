package jumin.claims.insured;

import java.util.UUID;

/** 参保人的内部编号 */
public record PersonId(UUID value) {

    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** Path parameters are read with this. */
    public static PersonId fromString(String text) {
        return parse(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
