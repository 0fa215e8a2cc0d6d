package jumin.regulation.law;

/** 有依据的值。 */
public record Cited<T>(T value, String title, Citation citation) implements Provision<T> {}
