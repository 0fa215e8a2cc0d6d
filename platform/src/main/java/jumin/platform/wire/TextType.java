package jumin.platform.wire;

import java.util.function.Function;

/**
 * A value that travels as a string: money, rates, wrapped ids. A service declares one producer per type.
 *
 * @param parse throws IllegalArgumentException on what is not such a value
 */
public record TextType<T>(Class<T> type, Function<String, T> parse, Function<T, String> print) {

    public static <T> TextType<T> of(Class<T> type, Function<String, T> parse) {
        return new TextType<>(type, parse, Object::toString);
    }
}
