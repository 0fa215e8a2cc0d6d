package jumin.contribution.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
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

    private final InsuredPersons persons;
    private final Levies levies;
    private final PaymentPositions payments;
    private final Audit audit;

    BillHousehold(InsuredPersons persons, Levies levies, PaymentPositions payments, Audit audit) {
        this.persons = persons;
        this.levies = levies;
        this.payments = payments;
        this.audit = audit;
    }

    @Transactional
    public HouseholdBill run(String householdId, int benefitYear) {
        var members = persons.ofHousehold(householdId);
        if (members.isEmpty()) {
            throw new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此户，或不在您的辖区。");
        }
        members.forEach(person -> audit.read("bill", person.personId(), person.divisionPath()));
        return HouseholdBill.of(
                householdId,
                benefitYear,
                members.stream().map(person -> member(person, benefitYear)).toList());
    }

    private HouseholdBill.Member member(InsuredPerson person, int benefitYear) {
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
                terms.individual(),
                terms.subsidy(),
                terms.due(),
                paid,
                terms.due().minus(paid),
                terms.category(),
                List.copyOf(terms.articles()));
    }
}
