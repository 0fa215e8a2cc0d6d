package jumin.claims.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.LimitsOfPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.claims.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/**
 * Shows what a person's year has brought, and what is left of each limit. The person must be in the caller's scope; the year
 * is read with the service's rights, since parts of it may have been decided where the person lived before (ADR 0200).
 */
@ApplicationScoped
public class ExplainYear {

    private final InsuredPersons persons;
    private final PersonYears years;
    private final LimitsOfPerson limits;
    private final Laws laws;
    private final Clock clock;
    private final CurrentCaller caller;
    private final Audit audit;

    ExplainYear(
            InsuredPersons persons,
            PersonYears years,
            LimitsOfPerson limits,
            Laws laws,
            Clock clock,
            CurrentCaller caller,
            Audit audit) {
        this.persons = persons;
        this.years = years;
        this.limits = limits;
        this.laws = laws;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
    }

    /** Outside a transaction: the two parts have different rights. */
    public AccumulatorsView run(PersonId id, int benefitYear) {
        return of(id, person -> explain(person, benefitYear));
    }

    /** What is made of a person whom the caller may see, with the service's rights. */
    public <T> T of(PersonId id, Function<InsuredPerson, T> work) {
        var person = QuarkusTransaction.requiringNew().call(() -> visible(id));
        return caller.callAsService(() -> QuarkusTransaction.requiringNew().call(() -> work.apply(person)));
    }

    private InsuredPerson visible(PersonId id) {
        var person = persons.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的数据范围。"));
        audit.read("accumulators", id, person.divisionPath());
        return person;
    }

    public AccumulatorsView explain(InsuredPerson person, int benefitYear) {
        var year = years.read(PersonYear.of(person.records(), benefitYear)).whole();
        var law = laws.on(person.area(), LocalDate.of(benefitYear, 12, 31));
        var day = dayOf(benefitYear);
        return new AccumulatorsView(
                person.id(),
                benefitYear,
                sums(year, law),
                law.map(known -> new LimitsInLaw(known, day).of(year, bounds -> limits.met(person, known, day, bounds)))
                        .orElse(List.of()),
                law.map(Law::release).orElse(""));
    }

    /** Today, or the day of another year that is nearest to it: by it go quarters and recognitions. */
    private LocalDate dayOf(int benefitYear) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (today.getYear() == benefitYear) {
            return today;
        }
        return today.getYear() < benefitYear ? LocalDate.of(benefitYear, 1, 1) : LocalDate.of(benefitYear, 12, 31);
    }

    private static Map<String, String> sums(YearToDate year, Optional<Law> law) {
        var texts = new TreeMap<String, String>();
        year.sums()
                .forEach((name, sum) -> texts.put(
                        name,
                        counted(name, law) ? sum.toString() : Money.ofFen(sum).toString()));
        return texts;
    }

    private static boolean counted(String name, Optional<Law> law) {
        return law.flatMap(known -> Vocabulary.of(known)
                        .facts("settlement")
                        .find("accumulators." + name.split(YearToDate.BUCKET)[0]))
                .filter(declared -> declared.type() == FactType.COUNT)
                .isPresent();
    }
}
