package jumin.regulation.law;

/** 本地不设的待遇。 */
public record NotProvided<T>(String key, String title, Citation citation) implements Provision<T> {}
