package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.law.Laws;
import jumin.platform.personal.Written;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Facts;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;

/** 谁可以收款, as each city's text says; the person themself only under their own name. */
@ApplicationScoped
public class PayeeRules {

    private final Laws laws;
    private final Clock clock;

    PayeeRules(Laws laws, Clock clock) {
        this.laws = laws;
        this.clock = clock;
    }

    /** Nobody inherits from the living. */
    private static void refuseHeirOfTheLiving(InsuredPerson person, PayeeRelation relation, String nameField) {
        if (relation == PayeeRelation.HEIR && !person.isDeceased()) {
            throw ProblemException.field(
                    ClaimsProblem.PAYEE_NOT_ALLOWED,
                    nameField,
                    "收款关系填的是继承人，参保人登记为在世",
                    "确已死亡的，先由参保登记办理死亡登记；由他人代收的，关系填 GUARDIAN 或 PROXY");
        }
    }

    /** A guardian receives for whoever is not of age, as the law says from which day one is; whose birth is not known is not taken for an adult. */
    private static Facts age(InsuredPerson person, PayeeRelation relation, LocalDate today) {
        if (relation != PayeeRelation.GUARDIAN) {
            return Facts.none().with("minor", false);
        }
        return person.birthDate()
                .map(birth -> Facts.none().with("birth_date", birth).with("submitted_on", today))
                .orElseGet(() -> Facts.none().with("minor", true));
    }

    /** Throws PAYEE_NOT_ALLOWED with the article, or naming the field. */
    public void check(InsuredPerson person, PayeeRelation relation, Payee payee, String nameField) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var facts = FormalityFacts.payee(
                        relation == PayeeRelation.SELF ? "self" : "agent", relation == PayeeRelation.HEIR)
                .with(age(person, relation, today));
        refuseHeirOfTheLiving(person, relation, nameField);
        laws.on(person.area(), today)
                .map(law -> Formality.decide(facts, law))
                .filter(FormalityDecision.Checked.class::isInstance)
                .flatMap(decision -> ((FormalityDecision.Checked) decision).cause())
                .ifPresent(denial -> {
                    throw new ProblemException(
                            ClaimsProblem.PAYEE_NOT_ALLOWED,
                            denial.title() + "（" + denial.citation() + "）。",
                            List.of(),
                            List.of(new Problem.Citation(
                                    denial.citation().instrument(),
                                    denial.citation().article())));
                });
        if (relation == PayeeRelation.SELF && !Written.sameName(payee.name(), person.name())) {
            throw ProblemException.field(
                    ClaimsProblem.PAYEE_NOT_ALLOWED,
                    nameField,
                    "收款人填的是参保人本人，户名却不是参保人的姓名",
                    "请更正户名；由他人代收的，关系填 GUARDIAN、PROXY 或 HEIR");
        }
    }
}
