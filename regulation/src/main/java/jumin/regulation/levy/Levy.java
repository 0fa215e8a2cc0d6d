package jumin.regulation.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;
import jumin.regulation.worksheet.Worksheet;

/** 核定、筹资、足额与对账。 */
public final class Levy {

    private static final String CONFIGURED = "configured_subsidy.";

    private final Reasons reasons;
    private final Clause person;
    private final Clause subsidy;
    private final Clause financing;

    private Levy(Law law) {
        reasons = Reasons.of(law);
        var citation = law.get("contribution.individual").citation();
        person = reasons.legend().clause("person", "个人缴费", citation);
        subsidy = reasons.legend().clause("subsidy", "财政资助或补助", citation);
        financing = reasons.legend().clause("total", "筹资合计", citation);
    }

    public static LevyDecision decide(LevyFacts facts, Law law) {
        var levy = law.compiled(Levy.class, Levy::new);
        var given = facts.facts();
        var draft = levy.reasons.notAccepted();
        if (draft.isPresent()) {
            return new LevyDecision.Held(draft.get(), law.release(), levy.reasons.sheet());
        }
        return switch (given.word("op").orElse("household")) {
            case "household" -> levy.household(given);
            case "financing" -> levy.financing(given);
            case "full_payment" -> levy.fullPayment(given);
            case "minimum_check" -> levy.minimumCheck(given);
            case "reconcile" -> levy.reconcile(given);
            default -> throw new IllegalArgumentException("不认识的征缴问题 op");
        };
    }

    /** Decides stored facts again. */
    public static LevyDecision replay(String factsJson, Law law) {
        return decide(new LevyFacts(FactsJson.read(factsJson, Vocabulary.of(law).facts("levy"))), law);
    }

    private LevyDecision household(Facts facts) {
        var contribution = facts.amount("individual_contribution");
        if (contribution.isEmpty()) {
            return held("当年个人缴费标准");
        }
        var year = new BenefitYear(facts.count("coverage_year")
                .map(Long::intValue)
                .orElse(reasons.law().on().getYear()));
        var members = new ArrayList<SubsidyDecision.Decided>();
        for (var member : facts.many("members")) {
            var subsidyFacts = member(year, contribution.get(), member).with(configured(facts));
            switch (Subsidy.decide(subsidyFacts, reasons.law())) {
                case SubsidyDecision.Decided decided -> members.add(decided);
                case SubsidyDecision.Held held -> {
                    return new LevyDecision.Held(held.cause(), held.release(), held.worksheet());
                }
            }
        }
        var sheet = reasons.sheet();
        var persons =
                sum(members.stream().map(SubsidyDecision.Decided::personAmount).toList());
        var subsidies =
                sum(members.stream().map(SubsidyDecision.Decided::subsidyAmount).toList());
        sheet.write(LineKind.PERSON_TOTAL, person, persons.fen());
        sheet.write(LineKind.SUBTOTAL, subsidy, subsidies.fen());
        return new LevyDecision.Household(persons, subsidies, members, release(), sheet);
    }

    private static SubsidyFacts member(BenefitYear year, Money contribution, Facts member) {
        var facts = SubsidyFacts.of(year, contribution)
                .categories(member.words("categories"))
                .unemployed(member.flag("unemployed"))
                .riskEliminated(member.flag("risk_eliminated"));
        return member.day("birth_date").map(facts::bornOn).orElse(facts);
    }

    /** 本市公布的资助金额，where the text leaves the amounts to the city. */
    private static Facts configured(Facts household) {
        var grants = Facts.none();
        for (var fact : household.all().entrySet()) {
            grants = fact.getKey().startsWith(CONFIGURED) ? grants.with(fact.getKey(), fact.getValue()) : grants;
        }
        return grants;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private LevyDecision financing(Facts facts) {
        var insured = facts.count("insured");
        var contribution = facts.amount("individual_contribution");
        var fiscal = facts.amount("fiscal_subsidy");
        if (insured.isEmpty() || contribution.isEmpty() || fiscal.isEmpty()) {
            return held("参保人数、个人缴费或财政补助标准");
        }
        var individual = contribution.get().times(insured.get());
        var treasury = fiscal.get().times(insured.get());
        var total = individual.plus(treasury);
        var sheet = reasons.sheet();
        sheet.write(LineKind.PART, person, individual.fen());
        sheet.write(LineKind.PART, subsidy, treasury.fen());
        sheet.write(LineKind.TOTAL, financing, total.fen());
        return new LevyDecision.Financing(individual, treasury, total, release(), sheet);
    }

    private LevyDecision fullPayment(Facts facts) {
        return check(facts.amount("due"), facts.amount("paid"), "NOT_PAID_IN_FULL");
    }

    private LevyDecision minimumCheck(Facts facts) {
        return check(facts.amount("national_minimum"), facts.amount("local_contribution"), "BELOW_NATIONAL_MINIMUM");
    }

    private LevyDecision check(Optional<Money> required, Optional<Money> actual, String code) {
        if (required.isEmpty() || actual.isEmpty()) {
            return held("应有和实有金额");
        }
        var difference = actual.get().minus(required.get());
        var sheet = reasons.sheet();
        sheet.write(LineKind.TOTAL, person, actual.get().fen());
        Optional<Denial> cause =
                difference.isNegative() ? Optional.of(reasons.denial(code, person.citation())) : Optional.empty();
        return new LevyDecision.Checked(cause, difference, release(), sheet);
    }

    private LevyDecision reconcile(Facts facts) {
        var differences = Reconciliation.compare(facts.many("registered"), facts.many("tax_records"));
        return new LevyDecision.Reconciled(differences, release(), reasons.sheet());
    }

    private LevyDecision held(String missing) {
        Worksheet sheet = reasons.sheet();
        return new LevyDecision.Held(reasons.missing(missing, person.citation()), release(), sheet);
    }

    private String release() {
        return reasons.law().release();
    }
}
