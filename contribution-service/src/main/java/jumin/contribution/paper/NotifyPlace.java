package jumin.contribution.paper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jumin.contribution.money.FindDebtors;
import jumin.contribution.place.DivisionRange;
import jumin.paper.PdfPrinter;

/** Makes the payment notices of a place, one page for each household that owes; who is read is on record as for one of them. */
@ApplicationScoped
public class NotifyPlace {

    /** Households in one part: as many pages as an office prints at once. */
    private static final int MOST = 200;

    private final FindDebtors debtors;
    private final NotifyHousehold notify;
    private final Template page;
    private final PdfPrinter printer;

    NotifyPlace(
            FindDebtors debtors,
            NotifyHousehold notify,
            @Location("payment-notices.html") Template page,
            PdfPrinter printer) {
        this.debtors = debtors;
        this.notify = notify;
        this.page = page;
        this.printer = printer;
    }

    @Transactional
    public PlaceNotices run(DivisionRange division, int benefitYear, int part) {
        var notices = debtors.part(division, benefitYear, (part - 1) * MOST, MOST).stream()
                .map(household -> notify.run(household, benefitYear))
                .toList();
        return PlaceNotices.of(benefitYear, part, debtors.households(division), MOST, notices);
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(PlaceNotices notices) {
        return printer.print(page.data("notices", notices).render());
    }
}
