package jumin.contribution.treasury;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** 入库在先，上解或退回在后，且为同一笔钱: what a further confirmation may be after those that stand. */
final class TreasuryOrder {

    private TreasuryOrder() {}

    /**
     * Whether it begins a new attempt: received again after the voucher had gone back. Throws where it cannot be.
     *
     * @param leftOut by which amounts the later stage may be less, since they were paid back meanwhile
     */
    static boolean beginsAnew(List<ToldConfirmation> standing, TreasuryConfirmation said, Set<Money> leftOut) {
        var received = of(standing, TreasuryStage.RECEIVED);
        var returned = of(standing, TreasuryStage.RETURNED);
        if (said.stage() == TreasuryStage.RECEIVED && received.isPresent() && returned.isPresent()) {
            requireInOrder(returned.get().confirmedOn().isAfter(said.confirmedOn()), said, "早于", returned.get());
            return true;
        }
        of(standing, said.stage()).ifPresent(known -> {
            throw new ProblemException(
                    ContributionProblem.TREASURY_CONFIRMATION_DIFFERS,
                    "税票 " + said.voucherNo() + " 的" + said.stage().title() + "已按另一金额、日期或单号确认；如有误请联系县级经办冲销原确认后重报。");
        });
        if (said.stage() == TreasuryStage.RECEIVED) {
            standing.forEach(later -> {
                requireSameMoney(later, said, leftOut);
                requireInOrder(later.confirmedOn().isBefore(said.confirmedOn()), said, "晚于", later);
            });
            return false;
        }
        standing.stream()
                .filter(known -> known.stage() != TreasuryStage.RECEIVED)
                .findFirst()
                .ifPresent(other -> unfit(
                        said,
                        "已报" + other.stage().title() + "，不能再报" + said.stage().title()));
        received.ifPresent(first -> {
            requireSameMoney(first, said, leftOut);
            requireInOrder(first.confirmedOn().isAfter(said.confirmedOn()), said, "早于", first);
        });
        return false;
    }

    private static Optional<ToldConfirmation> of(List<ToldConfirmation> standing, TreasuryStage stage) {
        return standing.stream().filter(known -> known.stage() == stage).findFirst();
    }

    private static void requireSameMoney(ToldConfirmation known, TreasuryConfirmation said, Set<Money> leftOut) {
        var received = known.stage() == TreasuryStage.RECEIVED ? known.amount() : said.amount();
        var later = known.stage() == TreasuryStage.RECEIVED ? said.amount() : known.amount();
        if (!received.equals(later) && !leftOut.contains(received.minus(later))) {
            unfit(said, said.stage().title() + "金额与" + known.stage().title() + "金额 " + known.amount() + " 元不同");
        }
    }

    private static void requireInOrder(boolean wrong, TreasuryConfirmation said, String how, ToldConfirmation known) {
        if (wrong) {
            unfit(
                    said,
                    said.stage().title() + "日期 " + said.confirmedOn() + " " + how
                            + known.stage().title() + "日期 " + known.confirmedOn());
        }
    }

    private static void unfit(TreasuryConfirmation said, String why) {
        throw new ProblemException(
                ContributionProblem.TREASURY_STAGE_UNFIT, "税票 " + said.voucherNo() + " " + why + "，请核对。");
    }
}
