package jumin.regulation.review;

import jumin.regulation.law.Citation;

/** 审核规则：what a finding rests on. {@code quote} is the sentence of the text; empty where another document is the source. */
public record ReviewRule(String code, String title, Citation citation, String quote) {}
