package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;

/** What the decisions of a person-year would be on today's knowledge. Reads only. */
@ApplicationScoped
class Candidates {

    private static final long FROM_THE_BEGINNING = 0;

    private final Settlements settlements;
    private final AsKnownToday basis;

    Candidates(Settlements settlements, AsKnownToday basis) {
        this.settlements = settlements;
        this.basis = basis;
    }

    /** @param now the sums of the year */
    Chain of(PersonYear year, YearToDate now) {
        var renewed = settlements.standing(year, FROM_THE_BEGINNING).stream()
                .map(basis::of)
                .toList();
        return Chain.of(now, oneForEachCare(renewed), Optional.empty());
    }

    /** The same care may have been refused or held before it was paid, or several times: what counts is what it came to. */
    private static List<Renewed> oneForEachCare(List<Renewed> standing) {
        var counting = new HashMap<Care, Renewed>();
        standing.forEach(one -> counting.merge(Care.of(one), one, (earlier, later) -> paid(earlier) ? earlier : later));
        return standing.stream()
                .filter(one -> paid(one) || counting.get(Care.of(one)) == one)
                .toList();
    }

    private static boolean paid(Renewed one) {
        return one.old().outcome() == SettlementRow.Outcome.PAID;
    }

    private record Care(String provider, String careType, LocalDate admission) {

        static Care of(Renewed one) {
            var bill = one.bill().bill();
            return new Care(bill.providerCode(), bill.careType(), bill.admissionDate());
        }
    }
}
