package jumin.claims.coverage;

import java.util.Optional;
import jumin.regulation.Money;

/** 年度标准: what a settlement needs of it. The income is that of the year before. */
public record YearlyStandard(
        String standardId, Money individualContribution, Optional<Money> perCapitaIncome, String decisionNumber) {}
