package jumin.contribution.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Household;
import jumin.contribution.insured.Households;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.law.Words;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.levy.LevyTerms;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** The bill of one household for one year, as far as the caller may see its members. */
@ApplicationScoped
public class BillHousehold {

    private final Households households;
    private final InsuredPersons persons;
    private final Levies levies;
    private final PaymentPositions payments;
    private final FindWaitingMoney waiting;
    private final Words words;
    private final Audit audit;

    BillHousehold(
            Households households,
            InsuredPersons persons,
            Levies levies,
            PaymentPositions payments,
            FindWaitingMoney waiting,
            Words words,
            Audit audit) {
        this.words = words;
        this.households = households;
        this.persons = persons;
        this.levies = levies;
        this.payments = payments;
        this.waiting = waiting;
        this.audit = audit;
    }

    /** By the number that people know it by, in its village. */
    @Transactional
    public HouseholdBill ofNumber(String divisionPath, String houseNumber, int benefitYear) {
        var household = households.byNumber(divisionPath, houseNumber).orElseThrow(BillHousehold::unknown);
        return bill(household, benefitYear);
    }

    /** A household whose number was not told yet has none. */
    @Transactional
    public HouseholdBill run(String householdId, int benefitYear) {
        return bill(household(householdId), benefitYear);
    }

    /** One member alone: whoever pays for oneself, such as a student, is shown nobody else's money. */
    @Transactional
    public HouseholdBill ofPerson(UUID personId, int benefitYear) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        return bill(household(person.householdId()), List.of(person), benefitYear);
    }

    private Household household(String id) {
        return households.find(id).orElseGet(() -> new Household(id, "", "", "", Optional.empty()));
    }

    private HouseholdBill bill(Household household, int benefitYear) {
        return bill(household, persons.ofHousehold(household.householdId()), benefitYear);
    }

    private HouseholdBill bill(Household household, List<InsuredPerson> members, int benefitYear) {
        if (members.isEmpty()) {
            throw unknown();
        }
        members.forEach(person -> audit.read("bill", person.personId(), person.divisionPath()));
        var money = waiting.of(members.stream().map(InsuredPerson::personId).toList(), benefitYear);
        var head =
                household.head().flatMap(persons::find).map(InsuredPerson::name).map(Masked::name);
        return HouseholdBill.of(
                household,
                head.orElse(""),
                benefitYear,
                members.stream()
                        .map(person -> member(person, benefitYear, money.getOrDefault(person.personId(), List.of())))
                        .toList());
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此户，或不在您的辖区。");
    }

    private HouseholdBill.Member member(InsuredPerson person, int benefitYear, List<WaitingMoney> waits) {
        var levy = levies.inForce(person.personId(), benefitYear);
        var terms = levy.map(Levy::terms).orElse(LevyTerms.cancelled(""));
        var paid = payments.of(person.personId(), benefitYear).stream()
                .map(PaymentPosition::allocated)
                .reduce(Money.ZERO, Money::plus);
        return new HouseholdBill.Member(
                person.personId(),
                person.personNo(),
                Masked.name(person.name()),
                person.idMasked(),
                levy.map(in -> in.terms().state().name()).orElse("NONE"),
                terms.reason(),
                levy.isEmpty() ? "" : terms.state().why(terms.reason()),
                terms.individual(),
                terms.subsidy(),
                terms.due(),
                paid,
                terms.due().minus(paid),
                terms.category(),
                words.category(person.area(), benefitYear, terms.category()),
                List.copyOf(terms.articles()),
                waits);
    }
}
