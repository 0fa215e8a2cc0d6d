package jumin.claims.adjudication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.claims.coverage.BenefitParameter;
import jumin.claims.coverage.BenefitParameter.Layer;
import jumin.claims.coverage.YearlyStandard;
import jumin.regulation.fact.Facts;

/** 医疗救助、大病保险的标准: what the year's standard gives for a person's classes, as facts of a settlement. Pure. */
record GivenParameters(Optional<YearlyStandard> standard, List<String> categories) {

    /** All names that these facts can have, to be taken out before they are given anew. */
    static final Set<String> NAMES = Set.of(
            "assistance.ratio",
            "assistance.threshold",
            "assistance.cap",
            "assistance.yearly",
            "critical_illness.ratio",
            "critical_illness.deductible",
            "critical_illness.cap",
            "critical_illness.include_prepay");

    Facts facts() {
        var assistance = row(Layer.ASSISTANCE).map(GivenParameters::assistance).orElse(Facts.none());
        return assistance.with(row(Layer.CRITICAL_ILLNESS)
                .map(GivenParameters::criticalIllness)
                .orElse(Facts.none()));
    }

    private Optional<BenefitParameter> row(Layer layer) {
        return standard.flatMap(one -> one.benefit(layer, categories));
    }

    private static Facts assistance(BenefitParameter row) {
        var given = Facts.none().with("assistance.ratio", row.ratio());
        given = row.line() == null ? given : given.with("assistance.threshold", row.line());
        given = row.cap() == null ? given : given.with("assistance.cap", row.cap());
        return Boolean.TRUE.equals(row.yearly()) ? given.with("assistance.yearly", true) : given;
    }

    private static Facts criticalIllness(BenefitParameter row) {
        var given = Facts.none()
                .with("critical_illness.ratio", row.ratio())
                .with("critical_illness.include_prepay", Boolean.TRUE.equals(row.includePrepay()));
        given = row.line() == null ? given : given.with("critical_illness.deductible", row.line());
        return row.cap() == null ? given : given.with("critical_illness.cap", row.cap());
    }
}
