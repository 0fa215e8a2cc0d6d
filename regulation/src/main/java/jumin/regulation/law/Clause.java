package jumin.regulation.law;

/** 条目：what a worksheet line is called and by which article it stands; nothing moves money without one. */
public record Clause(int id, String key, String title, Citation citation) {}
