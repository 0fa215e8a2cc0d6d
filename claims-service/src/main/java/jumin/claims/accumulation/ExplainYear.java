package jumin.claims.accumulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.claims.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** Shows what a person's year has brought, and what is left of each limit; within the caller's scope. */
@ApplicationScoped
public class ExplainYear {

    private final InsuredPersons persons;
    private final PersonYears years;
    private final Laws laws;
    private final Audit audit;

    ExplainYear(InsuredPersons persons, PersonYears years, Laws laws, Audit audit) {
        this.persons = persons;
        this.years = years;
        this.laws = laws;
        this.audit = audit;
    }

    @Transactional
    public AccumulatorsView run(PersonId id, int benefitYear) {
        var person = persons.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的数据范围。"));
        audit.read("accumulators", id, person.divisionPath());
        var year = years.read(PersonYear.of(person.records(), benefitYear)).whole();
        var law = laws.on(person.area(), LocalDate.of(benefitYear, 12, 31));
        return new AccumulatorsView(
                id,
                benefitYear,
                sums(year, law),
                law.map(known -> new LimitsInLaw(known).of(year)).orElse(List.of()),
                law.map(Law::release).orElse(""));
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
