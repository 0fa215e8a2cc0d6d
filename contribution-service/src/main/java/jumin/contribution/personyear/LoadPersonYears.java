package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.TellOfPersons;
import jumin.contribution.insured.Told;
import jumin.contribution.levy.Levies;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.standard.PublishedStandards;
import jumin.contribution.standard.StandardInForce;
import jumin.platform.sql.Sql;

/** Reads what an assessment needs, for any number of persons in the same few statements. */
@ApplicationScoped
class LoadPersonYears {

    private final Sql database;
    private final TellOfPersons tell;
    private final Enrollments enrollments;
    private final PublishedStandards standards;
    private final Levies levies;
    private final PaymentPositions payments;
    private final ResponsibleOrgans organs;

    LoadPersonYears(
            Sql database,
            TellOfPersons tell,
            Enrollments enrollments,
            PublishedStandards standards,
            Levies levies,
            PaymentPositions payments,
            ResponsibleOrgans organs) {
        this.database = database;
        this.tell = tell;
        this.enrollments = enrollments;
        this.standards = standards;
        this.levies = levies;
        this.payments = payments;
        this.organs = organs;
    }

    List<PersonYear> load(List<InsuredPerson> persons, int benefitYear) {
        var ids = persons.stream().map(InsuredPerson::personId).toList();
        var enrolled = enrollments.all(ids, benefitYear);
        var told = tell.of(ids, benefitYear);
        var levied = levies.inForce(ids, benefitYear);
        var paid = payments.of(ids, benefitYear);
        var refunded = refunded(ids, benefitYear);
        var places = new Places(benefitYear);
        return persons.stream()
                .map(person -> new PersonYear(
                        person,
                        benefitYear,
                        enrolled.getOrDefault(person.personId(), List.of()),
                        told.getOrDefault(person.personId(), Told.NOTHING),
                        places.standard(person.area()),
                        Optional.ofNullable(levied.get(person.personId())),
                        paid.getOrDefault(person.personId(), List.of()),
                        places.organ(person.divisionPath()),
                        places.opened(person),
                        refunded.contains(person.personId())))
                .toList();
    }

    private Set<UUID> refunded(List<UUID> ids, int benefitYear) {
        return new HashSet<>(database.list("""
                select person_id from unnest(?::uuid[]) asked (who) join refund r on person_id = who
                where benefit_year = ? and ends_levy and state in ('ORDERED', 'FAILED', 'PAID')
                  and not exists (select 1 from enrollment e where e.person_id = r.person_id
                      and e.benefit_year = r.benefit_year and e.state = 'ENROLLED'
                      and e.enrollment_id <> r.enrollment_id)
                """, row -> row.getObject(1, UUID.class), ids, benefitYear));
    }

    /** What holds for a place, asked once however many persons are there. */
    private final class Places {

        private final int benefitYear;
        private final List<ResponsibleOrgans.Organ> all = organs.all();
        private final Map<String, Optional<StandardInForce>> standardOf = new HashMap<>();
        private final Map<String, Optional<String>> organOf = new HashMap<>();
        private final Map<String, List<String>> openings = new HashMap<>();

        Places(int benefitYear) {
            this.benefitYear = benefitYear;
        }

        Optional<StandardInForce> standard(String area) {
            return standardOf.computeIfAbsent(area, any -> standards.find(area, benefitYear));
        }

        Optional<String> organ(String divisionPath) {
            return organOf.computeIfAbsent(
                    divisionPath,
                    path -> ResponsibleOrgans.responsible(all, path).map(ResponsibleOrgans.Organ::code));
        }

        boolean opened(InsuredPerson person) {
            return openings.computeIfAbsent(person.area(), area -> levies.openings(area, benefitYear)).stream()
                    .anyMatch(person.divisionPath()::startsWith);
        }
    }
}
