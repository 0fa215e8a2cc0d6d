package jumin.claims.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;

/** 年度标准: what a settlement needs of it. */
public record YearlyStandard(
        String standardId,
        Money individualContribution,
        Optional<Income> income,
        String decisionNumber,
        List<BenefitParameter> benefits) {

    public YearlyStandard {
        benefits = List.copyOf(benefits);
    }

    /** 适用于某人的一行: the first whose class the person is recognised in, else that for everybody. */
    public Optional<BenefitParameter> benefit(BenefitParameter.Layer layer, Collection<String> categories) {
        var rows = benefits.stream().filter(row -> row.layer() == layer).toList();
        return rows.stream()
                .filter(row -> row.category() != null && categories.contains(row.category()))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.category() == null).findFirst());
    }

    /**
     * 上年度人均可支配收入; until that of a year is published, the one last published stands in for it.
     *
     * @param ofStandard the benefit year for whose standard it was published
     */
    public record Income(Money perCapita, int ofStandard) {}
}
