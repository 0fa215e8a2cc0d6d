package jumin.claims.accumulation;

import jumin.claims.insured.PersonId;

/** 一个人的一个待遇年度 */
public record PersonYear(PersonId person, int benefitYear) {}
