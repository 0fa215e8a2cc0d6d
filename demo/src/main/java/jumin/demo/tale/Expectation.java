package jumin.demo.tale;

import java.util.Objects;

/**
 * One stated result: what it should be and what it is.
 *
 * @param lookAt where to look when it is not as it should be; may be empty
 */
public record Expectation(String what, Object expected, Object actual, String lookAt) {

    public static Expectation that(String what, Object expected, Object actual) {
        return new Expectation(what, expected, actual, "");
    }

    public Expectation orLookAt(String where) {
        return new Expectation(what, expected, actual, where);
    }

    boolean holds() {
        return Objects.equals(expected, actual);
    }
}
