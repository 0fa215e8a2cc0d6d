package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.levy.LevyTerms;
import jumin.contribution.organ.ResponsibleOrgans;

/** Brings the levy of a person and year to what the facts demand: a new version with its postings when it says something new. */
@ApplicationScoped
class LevyVersions {

    private final LevyQuestion question;
    private final Levies levies;
    private final ResponsibleOrgans organs;
    private final Ledger ledger;
    private final Clock clock;

    LevyVersions(LevyQuestion question, Levies levies, ResponsibleOrgans organs, Ledger ledger, Clock clock) {
        this.question = question;
        this.levies = levies;
        this.organs = organs;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Levy> bring(PersonYear year, boolean somethingPaid) {
        var wanted = wanted(year, somethingPaid);
        if (wanted.isEmpty()
                || year.levy()
                        .map(levy -> levy.terms().saysTheSameAs(wanted.get()))
                        .orElse(false)) {
            return year.levy();
        }
        var version = year.levy().map(Levy::version).orElse(0) + 1;
        var next = new Levy(UUID.randomUUID(), year.personId(), year.benefitYear(), version, wanted.get());
        var place = new Levies.Place(year.person().area(), year.person().divisionPath());
        levies.supersede(year.levy(), next, place);
        post(year, next);
        return Optional.of(next);
    }

    /** Empty: leave it as it is. */
    private Optional<LevyTerms> wanted(PersonYear year, boolean somethingPaid) {
        if (year.refunded()) {
            return year.levy().map(levy -> LevyTerms.cancelled("REFUNDED"));
        }
        if (year.levy().isEmpty() && !year.opened()) {
            return Optional.empty();
        }
        var enrolled = year.enrollment().filter(enrollment -> enrollment.enrolled());
        if (enrolled.isPresent()) {
            return Optional.of(withOrgan(year, question.answer(year, enrolled.get())));
        }
        // What was paid stays the levy's money until a refund under 第二十二条 is approved.
        return somethingPaid ? Optional.empty() : year.levy().map(levy -> LevyTerms.cancelled("ENROLLMENT_ENDED"));
    }

    private LevyTerms withOrgan(PersonYear year, LevyTerms terms) {
        if (terms.state() != LevyTerms.State.ISSUED) {
            return terms;
        }
        var organ = organs.of(year.person().divisionPath());
        if (organ.isEmpty() && !terms.due().isZero()) {
            return LevyTerms.held("TAX_ORGAN_MISSING");
        }
        return organ.map(found -> terms.collectedBy(found.code())).orElse(terms);
    }

    private void post(PersonYear year, Levy next) {
        var today = LocalDate.now(clock);
        year.levy().filter(Levy::issued).ifPresent(before -> {
            ledger.reverse(before.id(), Account.CONTRIBUTION_INCOME, Account.RECEIVABLE, today);
            ledger.reverse(before.id(), Account.SUBSIDY_INCOME, Account.SUBSIDY_DUE, today);
        });
        var terms = next.terms();
        var whose = new Posting.Whose(
                year.person().area(),
                year.person().divisionPath(),
                terms.organ(),
                Optional.of(year.personId()),
                year.benefitYear());
        ledger.post(new Posting(
                whose, Account.CONTRIBUTION_INCOME, Account.RECEIVABLE, terms.due(), "LEVIED", next.id(), today));
        ledger.post(new Posting(
                whose, Account.SUBSIDY_INCOME, Account.SUBSIDY_DUE, terms.subsidy(), "SUBSIDISED", next.id(), today));
    }
}
