package jumin.contribution.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.sql.Sql;

/**
 * 合并登记: money follows the link between two records of one person, and follows it back when the merge is undone.
 * What a levy of the one had taken is given back to suspense under its name, and taken by the levy of the other under that one's.
 */
@ApplicationScoped
class PersonMerges {

    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PaymentPositions payments;
    private final PersonYears personYears;
    private final PersonMoves moves;
    private final Ledger ledger;
    private final Sql database;
    private final Clock clock;

    PersonMerges(
            InsuredPersons persons,
            IdentityLocks identities,
            PaymentPositions payments,
            PersonYears personYears,
            PersonMoves moves,
            Ledger ledger,
            Sql database,
            Clock clock) {
        this.persons = persons;
        this.identities = identities;
        this.payments = payments;
        this.personYears = personYears;
        this.moves = moves;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** A payment whose person is another one now. */
    private record Following(UUID paymentId, UUID from, UUID to, int benefitYear) {

        static Following read(ResultSet row) throws SQLException {
            return new Following(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getInt(4));
        }
    }

    void follow(InsuredPerson changed) {
        var linked = persons.relink(changed.personId());
        identities.changePersons(linked);
        var following = following(linked);
        lock(following);
        following.forEach(this::release);
        database.update("""
                update payment p set person_id = coalesce(i.survivor_id, i.person_id) from insured_person i
                where i.person_id = p.paid_for_id and p.paid_for_id = any(?)
                  and p.person_id is distinct from coalesce(i.survivor_id, i.person_id)
                """, linked);
        involved(following).flatMap(id -> persons.find(id).stream()).forEach(person -> {
            moves.follow(person);
            payments.bringAlong(person.personId(), person.divisionPath());
        });
        involved(following).forEach(personYears::assessAll);
    }

    private List<Following> following(List<UUID> linked) {
        return database.list("""
                select p.id, p.person_id, coalesce(i.survivor_id, i.person_id), p.benefit_year
                from payment p join insured_person i on i.person_id = p.paid_for_id
                where p.kind = 'NORMAL' and p.paid_for_id = any(?) and p.person_id <> coalesce(i.survivor_id, i.person_id)
                order by p.benefit_year, p.id
                """, Following::read, linked);
    }

    private void lock(List<Following> following) {
        following.stream().map(Following::benefitYear).distinct().forEach(year -> {
            var both = following.stream()
                    .filter(one -> one.benefitYear() == year)
                    .flatMap(one -> Stream.of(one.from(), one.to()))
                    .distinct()
                    .toList();
            personYears.lock(persons.find(both), year);
        });
    }

    private void release(Following one) {
        payments.find(one.paymentId())
                .filter(payment -> !payment.allocated().isZero())
                .ifPresent(payment ->
                        ledger.post(payment.released(one.from(), payment.divisionPath(), LocalDate.now(clock))));
    }

    private static Stream<UUID> involved(List<Following> following) {
        return following.stream()
                .flatMap(one -> Stream.of(one.from(), one.to()))
                .distinct()
                .sorted();
    }
}
