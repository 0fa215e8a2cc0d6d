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
    private final WantedLevy wanted;
    private final Levies levies;
    private final Ledger ledger;
    private final Clock clock;

    LevyVersions(LevyQuestion question, WantedLevy wanted, Levies levies, Ledger ledger, Clock clock) {
        this.question = question;
        this.wanted = wanted;
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
            var next = wanted.terms(year, asking).flatMap(terms -> Changed.of(year, terms));
            next.map(Changed::next).or(year::levy).ifPresent(levy -> inForce.put(year.personId(), levy));
            next.ifPresent(changed::add);
        }
        levies.supersede(
                changed.stream().flatMap(change -> change.versions().stream()).toList());
        post(changed);
        return inForce;
    }

    /**
     * A year whose levy says something else from now on.
     *
     * @param farewell what the tax organ is told that collects it no longer
     */
    private record Changed(PersonYear year, Optional<Levy> farewell, Levy next) {

        /** Empty where it would say nothing new. */
        static Optional<Changed> of(PersonYear year, LevyTerms told) {
            var before = year.levy();
            var terms = before.map(levy -> told.toldTo(levy.terms().organ())).orElse(told);
            if (before.filter(levy -> levy.terms().saysTheSameAs(terms)).isPresent()) {
                return Optional.empty();
            }
            var version = before.map(Levy::version).orElse(0) + 1;
            var farewell = before.filter(levy -> levy.terms().leaves(terms))
                    .map(levy ->
                            version(year, version, LevyTerms.moved(levy.terms().organ())));
            return Optional.of(
                    new Changed(year, farewell, version(year, version + (farewell.isPresent() ? 1 : 0), terms)));
        }

        private static Levy version(PersonYear year, int version, LevyTerms terms) {
            return new Levy(TimeOrderedId.next(), year.personId(), year.benefitYear(), version, terms);
        }

        List<Levies.Change> versions() {
            var place = new Levies.Place(year.person().area(), year.person().divisionPath());
            var last = new Levies.Change(
                    farewell.isPresent() ? Optional.empty() : year.levy(), next, place, Optional.empty());
            return farewell.map(
                            levy -> List.of(new Levies.Change(year.levy(), levy, place, Optional.of(next.id())), last))
                    .orElseGet(() -> List.of(last));
        }
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
