package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 应资助部分: what a person had paid before they were recognised and the subsidy bears now. It lies in suspense like money paid
 * too much, but it is the levy's own: it goes back under the refund article only (第二十二条, A4), not at any time.
 */
@ApplicationScoped
class RecognisedPart {

    static final String CAUSE = "recognised_special";

    private final Levies levies;
    private final Refunds refunds;
    private final Sql database;

    RecognisedPart(Levies levies, Refunds refunds, Sql database) {
        this.levies = levies;
        this.refunds = refunds;
        this.database = database;
    }

    Money of(UUID personId, int benefitYear, List<PaymentPosition> payments) {
        var levy = levies.inForce(personId, benefitYear).filter(Levy::issued);
        var since = recognisedOn(personId, benefitYear);
        if (levy.isEmpty() || since.isEmpty()) {
            return Money.ZERO;
        }
        var before = payments.stream()
                .filter(payment -> payment.paidOn().isBefore(since.get()))
                .map(PaymentPosition::inSuspense)
                .reduce(Money.ZERO, Money::plus);
        var left = levy.get().terms().subsidy().minus(refunds.under(personId, benefitYear, CAUSE));
        return before.min(left.max(Money.ZERO));
    }

    /** The first day of the recognition by which the levy is subsidised, as its department told it. */
    Optional<LocalDate> recognisedOn(UUID personId, int benefitYear) {
        var category = levies.inForce(personId, benefitYear)
                .map(levy -> levy.terms().category())
                .orElse("");
        return database.first("""
                select max((r ->> 'from')::date) from insured_person cross join jsonb_array_elements(recognitions) r
                where person_id = ? and r ->> 'category' = ? having max((r ->> 'from')::date) is not null
                """, row -> row.getObject(1, LocalDate.class), personId, category);
    }
}
