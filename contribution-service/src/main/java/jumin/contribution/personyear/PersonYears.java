package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.coverage.AssessCoverage;
import jumin.contribution.coverage.CoverageBasis;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.standard.PublishedStandards;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * The one place where levy, money and cover of a person and year follow from the facts.
 * A pure consequence of what is stored: call it after any change, as often as one likes, in any order.
 */
@ApplicationScoped
public class PersonYears {

    private final Sql database;
    private final InsuredPersons persons;
    private final Enrollments enrollments;
    private final PublishedStandards standards;
    private final Levies levies;
    private final LevyVersions versions;
    private final PaymentPositions payments;
    private final Allocation allocation;
    private final AssessCoverage coverage;

    @SuppressWarnings("checkstyle:ParameterNumber") // everything a person's year depends on meets here, and only here
    PersonYears(
            Sql database,
            InsuredPersons persons,
            Enrollments enrollments,
            PublishedStandards standards,
            Levies levies,
            LevyVersions versions,
            PaymentPositions payments,
            Allocation allocation,
            AssessCoverage coverage) {
        this.database = database;
        this.persons = persons;
        this.enrollments = enrollments;
        this.standards = standards;
        this.levies = levies;
        this.versions = versions;
        this.payments = payments;
        this.allocation = allocation;
        this.coverage = coverage;
    }

    /** Serialises all changes of a person's year; released when the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(InsuredPerson person, int benefitYear) {
        database.update("""
                insert into person_year (person_id, benefit_year, area, division_path) values (?, ?, ?, ?)
                on conflict do nothing
                """, person.personId(), benefitYear, person.area(), person.divisionPath());
        database.list(
                "select 1 from person_year where person_id = ? and benefit_year = ? for update",
                row -> 1,
                person.personId(),
                benefitYear);
    }

    /** Levy, allocation, cover; the levy in force afterwards. Nothing while the person is not known yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Levy> assess(UUID personId, int benefitYear) {
        return persons.find(personId).flatMap(person -> assess(person, benefitYear));
    }

    /** Every year that this person has a registration or money for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assessAll(UUID personId) {
        years(personId).forEach(year -> assess(personId, year));
    }

    private List<Integer> years(UUID personId) {
        return Stream.concat(enrollments.years(personId).stream(), payments.years(personId).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Levy> assess(InsuredPerson person, int benefitYear) {
        lock(person, benefitYear);
        var year = load(person, benefitYear);
        var somethingPaid = payments.of(person.personId(), benefitYear).stream()
                .anyMatch(payment -> !payment.allocated().isZero());
        var levy = versions.bring(year, somethingPaid);
        var taken = allocation.allocate(
                year, levy.filter(Levy::issued).map(in -> in.terms().due()).orElse(Money.ZERO));
        year.enrollment()
                .ifPresent(enrollment -> coverage.assess(new CoverageBasis(
                        person, enrollment, year.standard(), levy, taken.paid(), taken.completedOn())));
        return levy;
    }

    private PersonYear load(InsuredPerson person, int benefitYear) {
        var refunded =
                database.first("""
                        select 1 from refund r where person_id = ? and benefit_year = ? and ends_levy
                          and state in ('ORDERED', 'FAILED', 'PAID')
                          and not exists (select 1 from enrollment e where e.person_id = r.person_id
                              and e.benefit_year = r.benefit_year and e.state = 'ENROLLED'
                              and e.enrollment_id <> r.enrollment_id)
                        """, row -> true, person.personId(), benefitYear).isPresent();
        return new PersonYear(
                person,
                benefitYear,
                enrollments.of(person.personId(), benefitYear),
                standards.find(person.area(), benefitYear),
                levies.inForce(person.personId(), benefitYear),
                levies.opened(person.area(), benefitYear, person.divisionPath()),
                refunded);
    }
}
