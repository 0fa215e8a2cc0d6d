package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 先对总额: where the totals of a day agree, our records stand for theirs; where they differ, their details are wanted. */
@ApplicationScoped
class AgreedTotals {

    private static final String OURS = """
            select voucher_no, amount_fen, paid_on, exists (select 1 from payment r where r.reverses = p.id), late_for is not null
            from payment p
            where kind = 'NORMAL' and organ = ? and benefit_year = ? and reconciliation_day between ? and ?
            """;

    private final Sql database;

    AgreedTotals(Sql database) {
        this.database = database;
    }

    /** Our side, and whether it came late for a day that is closed: their totals of the day cannot contain that. */
    private record Ours(TaxDetails.Detail detail, boolean late) {}

    List<TaxDetails.Detail> details(OpenRun.Wanted wanted) {
        var ours = database.list(
                OURS,
                row -> new Ours(
                        new TaxDetails.Detail(
                                row.getString(1),
                                Money.ofFen(row.getLong(2)),
                                row.getObject(3, java.time.LocalDate.class),
                                row.getBoolean(4)),
                        row.getBoolean(5)),
                wanted.organ(),
                wanted.benefitYear(),
                wanted.from(),
                wanted.to());
        var normal = ours.stream()
                .map(Ours::detail)
                .filter(detail -> !detail.reversed())
                .toList();
        var sum = normal.stream().map(TaxDetails.Detail::amount).reduce(Money.ZERO, Money::plus);
        if (normal.size() != wanted.count() || !sum.equals(wanted.sum())) {
            throw wanted("医保有 " + normal.size() + " 笔 " + sum + " 元，税务有 " + wanted.count() + " 笔 " + wanted.sum()
                    + " 元，总额不符");
        }
        if (ours.stream().anyMatch(Ours::late)) {
            throw wanted("该日列有迟到记录，只凭总额不能核对");
        }
        return ours.stream().map(Ours::detail).toList();
    }

    private static ProblemException wanted(String why) {
        return new ProblemException(
                ContributionProblem.RECONCILIATION_DETAILS_WANTED, why + "；请附该日明细（details）重发，或传送对账文件。未保存任何内容。");
    }
}
