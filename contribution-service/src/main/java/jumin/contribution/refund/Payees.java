package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.personal.Masked;
import jumin.platform.personal.Written;
import jumin.platform.problem.ProblemException;

/** 收款人: without one the money goes back where it came from; the insured themself by name; after a death the heirs. */
@ApplicationScoped
class Payees {

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
        var person = Optional.ofNullable(submission.personId()).flatMap(persons::find);
        if (relation == RefundCase.Payee.SELF
                && person.map(InsuredPerson::name)
                        .filter(name ->
                                !Written.sameName(name, submission.payee().name()))
                        .isPresent()) {
            throw unfit("户名与参保人姓名不同；监护人、继承人或受托人收款请写明 relation，并上传关系材料。");
        }
    }

    static RefundCase.Payee relation(RefundSubmission submission) {
        if (submission.payee() == null) {
            return RefundCase.Payee.ORIGINAL;
        }
        return Optional.ofNullable(submission.payee().relation())
                .map(relation -> RefundCase.Payee.valueOf(relation.name()))
                .orElse(RefundCase.Payee.SELF);
    }

    /** 户名账号 with most of both hidden. */
    static String masked(RefundSubmission.Payee payee) {
        return Masked.name(payee.name()) + " " + Masked.idNumber(payee.account());
    }

    private static ProblemException unfit(String detail) {
        return new ProblemException(ContributionProblem.REFUND_PAYEE_UNFIT, detail);
    }
}
