package jumin.contribution.standard;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** 由另文规定的待遇标准, as a version of a standard keeps it. */
@Embeddable
class BenefitRow {

    @Enumerated(EnumType.STRING)
    BenefitParameter.Layer layer;

    String category;
    long ratioMillionths;
    Long lineFen;
    Long capFen;
    boolean includePrepay;
    boolean yearly;
    String decisionNumber;

    static BenefitRow of(BenefitParameter given) {
        var row = new BenefitRow();
        row.layer = given.layer();
        row.category = given.category();
        row.ratioMillionths = given.ratio().millionths();
        row.lineFen = Optional.ofNullable(given.line()).map(Money::fen).orElse(null);
        row.capFen = Optional.ofNullable(given.cap()).map(Money::fen).orElse(null);
        row.includePrepay = Boolean.TRUE.equals(given.includePrepay());
        row.yearly = Boolean.TRUE.equals(given.yearly());
        row.decisionNumber = given.decisionNumber();
        return row;
    }

    BenefitParameter view() {
        return new BenefitParameter(
                layer,
                category,
                new Rate(ratioMillionths),
                Optional.ofNullable(lineFen).map(Money::ofFen).orElse(null),
                Optional.ofNullable(capFen).map(Money::ofFen).orElse(null),
                includePrepay,
                yearly,
                decisionNumber);
    }
}
