package jumin.regulation.law;

/** 规定的状态：a value with its article, a hole in the text, or a benefit the city does not have. */
public sealed interface Provision<T> permits Cited, RegulationGap, NotProvided {}
