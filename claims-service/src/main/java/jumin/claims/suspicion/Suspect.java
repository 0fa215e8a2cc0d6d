package jumin.claims.suspicion;

import jumin.regulation.Money;
import jumin.regulation.review.ReviewRule;

/** 系统看出的疑点: the rule, what was seen, and what the fund would pay less without what is suspect. */
public record Suspect(ReviewRule rule, String detail, Money amount) {}
