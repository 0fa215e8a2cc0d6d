package jumin.claims.statement;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jumin.claims.law.Laws;
import jumin.claims.settlement.QuerySettlement;
import jumin.claims.settlement.SettlementId;
import jumin.paper.PdfPrinter;
import jumin.regulation.Money;

/** Makes the statement of a settlement, for screen and for paper. */
@ApplicationScoped
public class MakeStatement {

    private final QuerySettlement settlements;
    private final Laws laws;
    private final Template page;
    private final PdfPrinter printer;

    MakeStatement(
            QuerySettlement settlements, Laws laws, @Location("statement.html") Template page, PdfPrinter printer) {
        this.settlements = settlements;
        this.laws = laws;
        this.page = page;
        this.printer = printer;
    }

    @Transactional
    public StatementView view(SettlementId id) {
        var recalled = settlements.recall(id);
        return StatementView.of(recalled, laws.asUsed(recalled.row().law()).orElseThrow());
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(StatementView statement) {
        return printer.print(page.data("statement", statement).render());
    }

    /** What the page says of values. */
    @TemplateExtension
    static final class OnPaper {

        private OnPaper() {}

        static String grouped(Money money) {
            return Yuan.grouped(money);
        }
    }
}
