package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.contribution.coverage.ForeseeCoverage;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.levy.Levy;
import jumin.contribution.levy.LevyTerms;
import jumin.platform.sql.TimeOrderedId;

/** 应缴 as the facts of a person's year demand it. */
@ApplicationScoped
class WantedLevy {

    private final ForeseeCoverage coverage;

    WantedLevy(ForeseeCoverage coverage) {
        this.coverage = coverage;
    }

    /** Empty: leave it as it is. */
    Optional<LevyTerms> terms(PersonYear year, LevyQuestion.Asking asking) {
        if (year.refunded()) {
            return year.levy().map(levy -> LevyTerms.cancelled("REFUNDED"));
        }
        if (year.levy().isEmpty() && !year.opened()) {
            return Optional.empty();
        }
        var enrollment = year.enrollment();
        if (enrollment.filter(Enrollment::enrolled).isPresent()) {
            return Optional.of(withOrgan(year, asking.answer(enrollment.get(), year.standard())));
        }
        return enrollment
                .flatMap(ended -> afterItsEnd(year, ended, asking))
                .or(() -> year.levy().map(levy -> LevyTerms.cancelled("ENROLLMENT_ENDED")));
    }

    /**
     * What stays of the levy of an ended registration: the levy that was paid in full before the end, or that asks for nothing and under
     * which cover had begun. Its money is the levy's own until a refund is approved (第二十二条).
     */
    private Optional<LevyTerms> afterItsEnd(PersonYear year, Enrollment ended, LevyQuestion.Asking asking) {
        return year.levy()
                .filter(Levy::issued)
                .map(Levy::terms)
                .or(() -> Optional.of(ended)
                        .filter(Enrollment::terminated)
                        .map(enrollment -> withOrgan(year, asking.answer(enrollment, year.standard())))
                        .filter(terms -> terms.state() == LevyTerms.State.ISSUED))
                .filter(terms -> terms.due().isZero() ? begun(year, ended, terms) : year.canFill(terms.due()));
    }

    private boolean begun(PersonYear year, Enrollment ended, LevyTerms terms) {
        var levy = new Levy(TimeOrderedId.next(), year.personId(), year.benefitYear(), 0, terms);
        return ended.terminated() && coverage.begins(year.basis(Optional.of(levy), Allocation.Taken.NOTHING));
    }

    private static LevyTerms withOrgan(PersonYear year, LevyTerms terms) {
        if (terms.state() != LevyTerms.State.ISSUED) {
            return terms;
        }
        if (year.organ().isEmpty() && !terms.due().isZero()) {
            return LevyTerms.held("TAX_ORGAN_MISSING");
        }
        return year.organ().map(terms::collectedBy).orElse(terms);
    }
}
