package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.levy.LevyTerms;
import jumin.platform.sql.TimeOrderedId;

/** Brings levies to what the facts demand: a new version with its postings where it says something new. */
@ApplicationScoped
class LevyVersions {

    private final LevyQuestion question;
    private final Levies levies;
    private final Ledger ledger;
    private final Clock clock;

    LevyVersions(LevyQuestion question, Levies levies, Ledger ledger, Clock clock) {
        this.question = question;
        this.levies = levies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The levies in force afterwards, by person; nobody who has none. */
    Map<UUID, Levy> bring(List<PersonYear> years) {
        var inForce = new HashMap<UUID, Levy>();
        var changed = new ArrayList<Changed>();
        var asking = question.asking();
        for (var year : years) {
            var next = next(year, asking);
            next.or(year::levy).ifPresent(levy -> inForce.put(year.personId(), levy));
            next.ifPresent(levy -> changed.add(new Changed(year, levy)));
        }
        levies.supersede(changed.stream().map(Changed::change).toList());
        post(changed);
        return inForce;
    }

    private record Changed(PersonYear year, Levy next) {

        Levies.Change change() {
            var place = new Levies.Place(year.person().area(), year.person().divisionPath());
            return new Levies.Change(year.levy(), next, place);
        }
    }

    private static Optional<Levy> next(PersonYear year, LevyQuestion.Asking asking) {
        return wanted(year, asking)
                .filter(wanted -> year.levy()
                        .filter(levy -> levy.terms().saysTheSameAs(wanted))
                        .isEmpty())
                .map(wanted -> new Levy(
                        TimeOrderedId.next(),
                        year.personId(),
                        year.benefitYear(),
                        year.levy().map(Levy::version).orElse(0) + 1,
                        wanted));
    }

    /** Empty: leave it as it is. */
    private static Optional<LevyTerms> wanted(PersonYear year, LevyQuestion.Asking asking) {
        if (year.refunded()) {
            return year.levy().map(levy -> LevyTerms.cancelled("REFUNDED"));
        }
        if (year.levy().isEmpty() && !year.opened()) {
            return Optional.empty();
        }
        var enrolled = year.enrollment().filter(enrollment -> enrollment.enrolled());
        if (enrolled.isPresent()) {
            return Optional.of(withOrgan(year, asking.answer(enrolled.get(), year.standard())));
        }
        // What was paid stays the levy's money until a refund under 第二十二条 is approved.
        return year.somethingPaid()
                ? Optional.empty()
                : year.levy().map(levy -> LevyTerms.cancelled("ENROLLMENT_ENDED"));
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

    private void post(List<Changed> changed) {
        var today = LocalDate.now(clock);
        var before = changed.stream()
                .flatMap(change -> change.year().levy().filter(Levy::issued).stream())
                .map(Levy::id)
                .toList();
        ledger.reverse(before, Account.CONTRIBUTION_INCOME, Account.RECEIVABLE, today);
        ledger.reverse(before, Account.SUBSIDY_INCOME, Account.SUBSIDY_DUE, today);
        ledger.post(changed.stream()
                .flatMap(change -> postings(change, today).stream())
                .toList());
    }

    private static List<Posting> postings(Changed changed, LocalDate today) {
        var year = changed.year();
        var terms = changed.next().terms();
        var whose = new Posting.Whose(
                year.person().area(),
                year.person().divisionPath(),
                terms.organ(),
                Optional.of(year.personId()),
                year.benefitYear());
        var ref = changed.next().id();
        return List.of(
                new Posting(whose, Account.CONTRIBUTION_INCOME, Account.RECEIVABLE, terms.due(), "LEVIED", ref, today),
                new Posting(
                        whose, Account.SUBSIDY_INCOME, Account.SUBSIDY_DUE, terms.subsidy(), "SUBSIDISED", ref, today));
    }
}
