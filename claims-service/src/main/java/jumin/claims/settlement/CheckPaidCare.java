package jumin.claims.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.ClaimsProblem;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.filing.Filings;
import jumin.claims.suspicion.Neighbour;
import jumin.platform.problem.ProblemException;

/**
 * 同一账单只支付一次，一人不能同时住两次院: the same bill under another message number is refused by name; a stay that
 * overlaps a paid one waits until two persons have looked at it.
 */
@Singleton
public class CheckPaidCare {

    private static final int MOST_NAMED = 5;

    private final PaidCares paid;
    private final Filings filings;
    private final PersonYears years;

    CheckPaidCare(PaidCares paid, Filings filings, PersonYears years) {
        this.paid = paid;
        this.filings = filings;
        this.years = years;
    }

    /** The year so far, locked; a stay that began in another year locks that one first, so that both see each other. */
    public PersonYears.Ledgers lock(AssembledBill bill) {
        var division = bill.person().divisionPath();
        var begun = bill.bill().admissionDate().getYear();
        if (begun != bill.year().benefitYear()) {
            var ledgers = PersonYear.of(bill.person().records(), begun);
            years.lock(ledgers, division);
            ledgers.forEach(years::moveOn);
        }
        return years.lock(bill.years(), division);
    }

    /** The same for a stay; of a visit nothing is read beforehand: the database itself refuses to pay its bill twice. */
    CheckedBill stay(AssembledBill bill, Optional<String> beside) {
        return bill.bill().identity().stay()
                ? run(bill, paid.read(beside, bill.bill()))
                : new CheckedBill(bill, List.of());
    }

    /** The bill with what is known of payments like it; needs the service's rights, and the locks where it is settled. */
    public CheckedBill run(AssembledBill bill) {
        return run(bill, paid.beside(bill.bill(), bill.person().records()));
    }

    private CheckedBill run(AssembledBill bill, List<Neighbour> found) {
        of(found, Neighbour.Relation.SAME_BILL).findFirst().ifPresent(first -> {
            throw new ProblemException(ClaimsProblem.BILL_ALREADY_SETTLED, detail(bill, first));
        });
        var overlaps = of(found, Neighbour.Relation.OVERLAPPING_STAY).toList();
        return new CheckedBill(overlaps.isEmpty() || cleared(bill) ? bill : bill.overlapping(words(overlaps)), found);
    }

    private static Stream<Neighbour> of(List<Neighbour> found, Neighbour.Relation relation) {
        return found.stream().filter(one -> one.relation() == relation);
    }

    private static String detail(AssembledBill bill, Neighbour first) {
        var settled = "已于 " + first.settledOn() + " 以单号 " + first.number() + " 支付，不重复支付；收费有误的请先冲正。";
        return bill.bill().identity().billNumber() == null
                ? "同一机构、同一人、同一就诊日期和同样明细的费用" + settled + "确为另一次就诊的，请填写各自的单据号 billNumber 后重发。"
                : "单据号 " + bill.bill().identity().billNumber() + " 的费用" + settled;
    }

    private boolean cleared(AssembledBill bill) {
        return filings.of(bill.person().records()).stream()
                .anyMatch(one -> one.clearsOverlap(bill.bill().admissionDate()));
    }

    private static List<String> words(List<Neighbour> found) {
        return found.stream()
                .limit(MOST_NAMED)
                .map(one -> "与单号 " + one.number() + " 的住院（" + one.admission() + " 至 " + one.discharge() + "）日期重叠")
                .toList();
    }
}
