package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Amounts that nobody can have meant: a slip of the decimal point would be levied on a whole city. The bounds belong to whoever
 * operates the machines, not to the law; they lie far above any amount that was ever decided.
 */
@ApplicationScoped
class PlausibleAmounts {

    private final Money mostPerHead;
    private final Money mostIncome;

    PlausibleAmounts(
            @ConfigProperty(name = "jumin.standard.most-per-head", defaultValue = "100000.00") String mostPerHead,
            @ConfigProperty(name = "jumin.standard.most-income", defaultValue = "10000000.00") String mostIncome) {
        this.mostPerHead = Money.yuan(mostPerHead);
        this.mostIncome = Money.yuan(mostIncome);
    }

    void check(StandardProposal proposal) {
        perHead("/individualContribution", proposal.individualContribution());
        perHead("/fiscalSubsidy", proposal.fiscalSubsidy());
        Optional.ofNullable(proposal.fiscalByLevel())
                .ifPresent(shares -> Stream.of(shares.central(), shares.provincial(), shares.city(), shares.county())
                        .forEach(share -> perHead("/fiscalByLevel", share)));
        Optional.ofNullable(proposal.perCapitaIncome())
                .filter(income -> income.fen() <= 0 || income.compareTo(mostIncome) > 0)
                .ifPresent(income -> refuse("/perCapitaIncome", income, "须大于零，不超过 " + mostIncome));
        for (var i = 0; i < proposal.parameters().size(); i++) {
            var row = proposal.parameters().get(i);
            benefit("/benefits/" + i + "/line", row.line());
            benefit("/benefits/" + i + "/cap", row.cap());
        }
    }

    private void benefit(String pointer, Money amount) {
        Optional.ofNullable(amount)
                .filter(given -> given.isNegative() || given.compareTo(mostIncome) > 0)
                .ifPresent(given -> refuse(pointer, given, "须不小于零，不超过 " + mostIncome));
    }

    private void perHead(String pointer, Money amount) {
        if (amount.isNegative() || amount.compareTo(mostPerHead) > 0) {
            refuse(pointer, amount, "须不小于零，不超过 " + mostPerHead);
        }
    }

    private static void refuse(String pointer, Money amount, String rule) {
        throw ProblemException.field(
                ContributionProblem.STANDARD_AMOUNT_IMPLAUSIBLE,
                pointer,
                amount + " 元不合常理：" + rule + " 元",
                "请核对金额和小数点；确需更高的，由运维人员调整上限配置");
    }
}
