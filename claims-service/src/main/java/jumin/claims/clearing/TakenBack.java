package jumin.claims.clearing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 冲回: what the fund's books have taken in with an approval, turned round. They book what an approved payable comes to once under its
 * id; withdrawn and approved again it is the same, withdrawn and sent back it has to be undone, under the id of the first withdrawal.
 */
sealed interface TakenBack {

    /** Of a monthly statement, told as if it were one of the amounts turned round. */
    record Statement(
            UUID id,
            UUID takesBack,
            String provider,
            String area,
            YearMonth month,
            MonthlyStatementView.State state,
            Money deduction,
            Money retention,
            Money payable,
            List<ProviderPayment> payments,
            List<StatementYear> years)
            implements TakenBack {

        static Statement of(MonthlyStatementView view) {
            return new Statement(
                    view.withdrawnApprovals().getFirst().id(),
                    view.id(),
                    view.provider(),
                    view.area(),
                    view.month(),
                    MonthlyStatementView.State.APPROVED,
                    turned(view.deduction()),
                    turned(view.retention()),
                    turned(view.payable()),
                    List.of(),
                    view.years().stream()
                            .map(one -> new StatementYear(
                                    one.benefitYear(),
                                    turned(one.fund()),
                                    turned(one.deduction()),
                                    turned(one.retention()),
                                    turned(one.payable())))
                            .toList());
        }
    }

    /** Of a release of retained money. */
    record Release(
            UUID id,
            UUID takesBack,
            String provider,
            String area,
            int year,
            LocalDate madeOn,
            RetentionReleaseView.State state,
            Money released,
            Money forfeited,
            List<ProviderPayment> payments,
            List<ReleaseYear> years)
            implements TakenBack {

        static Release of(RetentionReleaseView view) {
            return new Release(
                    view.withdrawnApprovals().getFirst().id(),
                    view.id(),
                    view.provider(),
                    view.area(),
                    view.year(),
                    view.madeOn(),
                    RetentionReleaseView.State.APPROVED,
                    turned(view.released()),
                    turned(view.forfeited()),
                    List.of(),
                    view.years().stream()
                            .map(one ->
                                    new ReleaseYear(one.benefitYear(), turned(one.released()), turned(one.forfeited())))
                            .toList());
        }
    }

    private static Money turned(Money amount) {
        return Money.ZERO.minus(amount);
    }
}
