package jumin.claims.statement;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.claims.settlement.QuerySettlement;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.wire.Decimal;
import jumin.claims.wire.Yuan;
import jumin.paper.PdfPrinter;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** Makes the statement of a settlement, for screen and for paper. */
@ApplicationScoped
public class MakeStatement {

    private final QuerySettlement settlements;
    private final Laws laws;
    private final Departments departments;
    private final Template page;
    private final Template refusal;
    private final PdfPrinter printer;

    MakeStatement(
            QuerySettlement settlements,
            Laws laws,
            Departments departments,
            @Location("statement.html") Template page,
            @Location("refusal.html") Template refusal,
            PdfPrinter printer) {
        this.settlements = settlements;
        this.laws = laws;
        this.departments = departments;
        this.page = page;
        this.refusal = refusal;
        this.printer = printer;
    }

    @Transactional
    public StatementView view(SettlementId id) {
        var recalled = settlements.recall(id);
        var row = recalled.row();
        return StatementView.of(
                recalled,
                laws.asUsed(row.law()).orElseThrow(),
                settlements.since(id),
                departments.named(
                        recalled.bill().categories(), laws.on(row.law().area(), row.settledOn())));
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(StatementView statement) {
        return printer.print(page.data("statement", statement).render());
    }

    /** Of a settlement that was refused or held. */
    @Transactional
    public RefusalNotice refusal(SettlementId id) {
        var statement = view(id);
        if (statement.outcome() == SettlementRow.Outcome.PAID) {
            throw new ProblemException(
                    ClaimsProblem.NOTICE_NOT_DUE, "单号 " + statement.number() + " 已支付，没有不予支付通知书；请看结算单。");
        }
        return RefusalNotice.of(
                statement, laws.asUsed(settlements.recall(id).row().law()).orElseThrow());
    }

    public byte[] notice(RefusalNotice notice) {
        return printer.print(refusal.data("statement", notice.statement())
                .data("notice", notice)
                .render());
    }

    /** What the page says of values. */
    @TemplateExtension
    static final class OnPaper {

        private OnPaper() {}

        static String grouped(Money money) {
            return Yuan.grouped(money);
        }

        static String grouped(Decimal price) {
            return Yuan.grouped(price);
        }
    }
}
