package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.personal.Masked;
import jumin.platform.personal.Written;
import jumin.platform.problem.ProblemException;

/** 收款人: without one the money goes back where it came from; the insured themself by name; after a death the heirs. */
@ApplicationScoped
public class Payees {

    private static final String DEATH = "death";

    private final InsuredPersons persons;

    Payees(InsuredPersons persons) {
        this.persons = persons;
    }

    void check(RefundSubmission submission) {
        var relation = relation(submission);
        if (relation == RefundCase.Payee.ORIGINAL) {
            return;
        }
        if (submission.cause().equals(DEATH) && relation != RefundCase.Payee.HEIR) {
            throw unfit("参保人已死亡，收款人须为继承人（relation 为 HEIR），或不填收款人原路退回。");
        }
        if (relation == RefundCase.Payee.SELF) {
            Optional.ofNullable(submission.personId())
                    .ifPresent(person -> requireName(person, submission.payee(), "，并上传关系材料"));
        }
    }

    /** Of money that is due to somebody: an account in another name says how its owner is related. */
    public void requireNamed(UUID personId, RefundSubmission.Payee payee) {
        if (related(payee) == RefundSubmission.Relation.SELF) {
            requireName(personId, payee, "");
        }
    }

    private void requireName(UUID personId, RefundSubmission.Payee payee, String besides) {
        if (persons.find(personId)
                .map(InsuredPerson::name)
                .filter(name -> !Written.sameName(name, payee.name()))
                .isPresent()) {
            throw unfit("户名与参保人姓名不同；监护人、继承人或受托人收款请写明 relation" + besides + "。");
        }
    }

    /** 与参保人的关系: nobody else's where none is given. */
    public static RefundSubmission.Relation related(RefundSubmission.Payee payee) {
        return Optional.ofNullable(payee.relation()).orElse(RefundSubmission.Relation.SELF);
    }

    static RefundCase.Payee relation(RefundSubmission submission) {
        if (submission.payee() == null) {
            return RefundCase.Payee.ORIGINAL;
        }
        return RefundCase.Payee.valueOf(related(submission.payee()).name());
    }

    /** 户名账号 with most of both hidden. */
    public static String masked(RefundSubmission.Payee payee) {
        return Masked.name(payee.name()) + " " + Masked.idNumber(payee.account());
    }

    private static ProblemException unfit(String detail) {
        return new ProblemException(ContributionProblem.REFUND_PAYEE_UNFIT, detail);
    }
}
