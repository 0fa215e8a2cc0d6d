package jumin.contribution.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Books what claims says of money, each step once however often it is told. */
@ApplicationScoped
class SpentMoney {

    private final InsuredPersons persons;
    private final Ledger ledger;
    private final Sql database;

    SpentMoney(InsuredPersons persons, Ledger ledger, Sql database) {
        this.persons = persons;
        this.ledger = ledger;
        this.database = database;
    }

    /** Out of one account into another, and why. */
    record Move(Account from, Account to, String reason) {

        Move turned() {
            return new Move(to, from, reason);
        }
    }

    /** What caused it, and when. */
    record Cause(UUID id, LocalDate on) {}

    /** Where a person of this area is; the city's own book while the person is not known here. */
    Posting.Whose ofPerson(String area, String personId, int benefitYear) {
        var person = Optional.of(UUID.fromString(personId));
        var path = person.flatMap(persons::find)
                .map(InsuredPerson::divisionPath)
                .filter(known -> known.startsWith(area))
                .orElse(area + "/");
        return new Posting.Whose(area, path, "-", person, benefitYear);
    }

    Posting.Whose ofCity(String area, int benefitYear) {
        return new Posting.Whose(area, area + "/", "-", Optional.empty(), benefitYear);
    }

    /** A negative amount moves the other way. */
    void once(Move move, Posting.Whose whose, Money amount, Cause cause) {
        var way = amount.isNegative() ? move.turned() : move;
        var known = database.count(
                "select count(*) from posting where ref = ? and reason = ? and account_from = ? and account_to = ?",
                cause.id(),
                way.reason(),
                way.from(),
                way.to());
        if (known == 0) {
            post(way, whose, amount, cause);
        }
    }

    /** The same of one cause that has a part in several benefit years: once in each. */
    void onceInYear(Move move, Posting.Whose whose, Money amount, Cause cause) {
        var way = amount.isNegative() ? move.turned() : move;
        var known = database.count(
                "select count(*) from posting where ref = ? and reason = ? and account_from = ? and account_to = ?"
                        + " and benefit_year = ?",
                cause.id(),
                way.reason(),
                way.from(),
                way.to(),
                whose.benefitYear());
        if (known == 0) {
            post(way, whose, amount, cause);
        }
    }

    private void post(Move way, Posting.Whose whose, Money amount, Cause cause) {
        var moved = amount.isNegative() ? Money.ZERO.minus(amount) : amount;
        ledger.post(new Posting(whose, way.from(), way.to(), moved, way.reason(), cause.id(), cause.on()));
    }
}
