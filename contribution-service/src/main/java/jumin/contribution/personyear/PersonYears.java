package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.contribution.coverage.AssessCoverage;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.CountyClearing;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;

/**
 * The one place where levy, money and cover of a person and year follow from the facts.
 * A pure consequence of what is stored: call it after any change, as often as one likes, in any order.
 */
@ApplicationScoped
public class PersonYears {

    private final Sql database;
    private final InsuredPersons persons;
    private final Enrollments enrollments;
    private final PaymentPositions payments;
    private final LoadPersonYears load;
    private final LevyVersions versions;
    private final Allocation allocation;
    private final CountyClearing clearing;
    private final AssessCoverage coverage;

    @SuppressWarnings("checkstyle:ParameterNumber") // everything a person's year depends on meets here, and only here
    PersonYears(
            Sql database,
            InsuredPersons persons,
            Enrollments enrollments,
            PaymentPositions payments,
            LoadPersonYears load,
            LevyVersions versions,
            Allocation allocation,
            CountyClearing clearing,
            AssessCoverage coverage) {
        this.database = database;
        this.persons = persons;
        this.enrollments = enrollments;
        this.payments = payments;
        this.load = load;
        this.versions = versions;
        this.allocation = allocation;
        this.clearing = clearing;
        this.coverage = coverage;
    }

    /** Serialises all changes of a person's year; released when the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(InsuredPerson person, int benefitYear) {
        plansAreKept();
        lock(List.of(person), benefitYear);
    }

    /** The same of several persons, given in the order of their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(List<InsuredPerson> several, int benefitYear) {
        // A row that this transaction has just written is its own already.
        var fresh = database.list(
                """
                insert into person_year (person_id, benefit_year, area, division_path)
                select * from unnest(?::uuid[], ?::int[], ?::text[], ?::text[]) on conflict do nothing returning person_id
                """,
                row -> row.getObject(1, UUID.class),
                Columns.of(several)
                        .with("uuid", InsuredPerson::personId)
                        .with("int4", person -> benefitYear)
                        .with("text", InsuredPerson::area)
                        .with("text", InsuredPerson::divisionPath)
                        .values());
        var others =
                new ArrayList<>(several.stream().map(InsuredPerson::personId).toList());
        others.removeAll(Set.copyOf(fresh));
        if (!others.isEmpty()) {
            database.list(
                    "select 1 from person_year where person_id = any(?) and benefit_year = ? order by person_id for update",
                    row -> 1,
                    others,
                    benefitYear);
        }
    }

    /** All years that these persons have, in one order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockAll(Collection<UUID> personIds) {
        if (personIds.isEmpty()) {
            return;
        }
        database.list(
                "select 1 from person_year where person_id = any(?) order by benefit_year, person_id for update",
                row -> 1,
                personIds);
    }

    /**
     * Of one person the same few rows are looked up each time, by their keys. Left to itself the server makes most of these plans anew,
     * since it takes an array for ten persons: three times as long as all that the plans do. Jobs over many persons say otherwise.
     */
    private void plansAreKept() {
        database.update("set local plan_cache_mode = force_generic_plan");
    }

    /** Levy, allocation, cover; the levy in force afterwards. Nothing while the person is not known yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Levy> assess(UUID personId, int benefitYear) {
        plansAreKept();
        return Optional.ofNullable(assess(List.of(personId), benefitYear).get(personId));
    }

    /** The same for many persons, in as many statements as for one; the levies in force afterwards, by person. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Levy> assess(Collection<UUID> personIds, int benefitYear) {
        var known = personIds.isEmpty() ? List.<InsuredPerson>of() : persons.find(personIds);
        if (known.isEmpty()) {
            return Map.of();
        }
        lock(known, benefitYear);
        var years = load.load(known, benefitYear);
        var levies = versions.bring(years);
        var taken = allocation.allocate(years, levies);
        clearing.clear(levied(years, levies), benefitYear);
        var turned = coverage.assess(years.stream()
                .filter(year -> year.enrollment().isPresent())
                .map(year -> year.basis(Optional.ofNullable(levies.get(year.personId())), taken.get(year.personId())))
                .toList());
        laterYears(turned, benefitYear);
        return levies;
    }

    /** Whose levy or money may stand in another county's book: of somebody new it is all in one. */
    private static Map<UUID, UUID> levied(List<PersonYear> years, Map<UUID, Levy> levies) {
        return years.stream()
                .filter(year -> year.levy().isPresent() || !year.payments().isEmpty())
                .filter(year -> levies.containsKey(year.personId()))
                .collect(Collectors.toMap(
                        PersonYear::personId,
                        year -> levies.get(year.personId()).id()));
    }

    /** Lapse and continuity of later years follow from this one. */
    private void laterYears(List<UUID> turned, int benefitYear) {
        if (!turned.isEmpty()) {
            enrollments.laterYears(turned, benefitYear).forEach((year, ids) -> assess(ids, year));
        }
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
}
