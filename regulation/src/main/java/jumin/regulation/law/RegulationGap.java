package jumin.regulation.law;

/** 规定缺失：the text leaves it open or to another document; a decision that needs it is held. */
public record RegulationGap<T>(String key, String title, String reason, Citation citation) implements Provision<T> {}
