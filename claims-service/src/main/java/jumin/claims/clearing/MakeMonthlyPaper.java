package jumin.claims.clearing;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import jumin.claims.law.Laws;
import jumin.claims.settlement.QuerySettlement;
import jumin.paper.PdfPrinter;
import jumin.platform.audit.Audit;
import jumin.platform.scope.Caller;
import jumin.regulation.Money;
import jumin.regulation.law.Law;

/** Makes the paper of a monthly statement. */
@ApplicationScoped
public class MakeMonthlyPaper {

    /** What a paper lists; the rest is read by pages. */
    static final int MOST_LISTED = 2000;

    private final MonthlyPapers papers;
    private final NotPaidBills notPaid;
    private final QuerySettlement settlements;
    private final Laws laws;
    private final Template page;
    private final PdfPrinter printer;
    private final Audit audit;
    private final Clock clock;

    MakeMonthlyPaper(
            MonthlyPapers papers,
            NotPaidBills notPaid,
            QuerySettlement settlements,
            Laws laws,
            @Location("monthly-statement.html") Template page,
            PdfPrinter printer,
            Audit audit,
            Clock clock) {
        this.papers = papers;
        this.notPaid = notPaid;
        this.settlements = settlements;
        this.laws = laws;
        this.page = page;
        this.printer = printer;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights, since a fund pays for patients of all its counties; {@code by} has found the statement within their own scope. */
    @Transactional
    public MonthlyPaperView view(MonthlyStatementView statement, Caller by) {
        audit.read("monthly-statement-paper", statement.id(), statement.area() + "/");
        return new MonthlyPaperView(
                "城乡居民医保定点医药机构月结单",
                laws.on(statement.area(), statement.month().atEndOfMonth())
                        .map(Law::name)
                        .orElse(statement.area()),
                papers.providerName(statement.provider()).orElse(statement.provider()),
                statement,
                statement.state().title(),
                statement.poolPay().plus(statement.criticalIllnessPay()).plus(statement.medicalAssistancePay()),
                papers.rejected(statement.id()).orElse(null),
                papers.deductions(statement.id()),
                refusals(statement),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                by.id());
    }

    private MonthlyPaperView.Refusals refusals(MonthlyStatementView statement) {
        var all = notPaid.of(statement.provider(), statement.area(), statement.month());
        var ids = all.stream().limit(MOST_LISTED).map(NotPaidBills.NotPaid::id).toList();
        var listed = settlements.views(ids).stream()
                .map(DailyRefusal::of)
                .sorted(Comparator.comparing(DailyRefusal::settledOn))
                .toList();
        var total = all.stream().map(NotPaidBills.NotPaid::total).reduce(Money.ZERO, Money::plus);
        return new MonthlyPaperView.Refusals(all.size(), total, listed);
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(MonthlyPaperView paper) {
        return printer.print(page.data("paper", paper).render());
    }

    /** The number that is on the paper, since a statement has no other. */
    static String fileName(UUID id) {
        return "monthly-statement-" + id + ".pdf";
    }
}
