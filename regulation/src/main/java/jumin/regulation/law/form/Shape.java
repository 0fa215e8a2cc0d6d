package jumin.regulation.law.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** 一处可以怎样写。 */
public sealed interface Shape {

    /** A single value; {@code says} tells an author what it must look like. */
    record Scalar(Pattern pattern, String says) implements Shape {

        static Scalar of(String pattern, String says) {
            return new Scalar(Pattern.compile(pattern), says);
        }
    }

    /** One of these words. */
    record Word(List<String> words) implements Shape {

        public Word {
            words = List.copyOf(words);
        }
    }

    /** One, or a list. */
    record Many(Shape each) implements Shape {}

    /** Names of the author's own, each with a value of this shape. */
    record Entries(Shape value) implements Shape {}

    /** Some known names with shapes of their own, and names of the author's with another. */
    record Open(Map<String, Shape> known, Shape others) implements Shape {}

    /** A block whose keys a form lists. */
    record Block(String form) implements Shape {}

    /** A value or list of this shape, or a block of keys of that. */
    record Either(Shape plain, Shape keyed) implements Shape {}

    /** A shape that stands elsewhere under a name, because it contains itself. */
    record Named(String name) implements Shape {}

    /** One period of a rule; the rule's unit tells which form. */
    record Period() implements Shape {}

    /** One of several forms; the first whose tell-tale keys are all there. */
    record Told(List<Teller> tellers, String says) implements Shape {

        /** 认形式的键。 */
        public record Teller(List<String> keys, String form) {}
    }
}
