package jumin.regulation.entitlement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import jumin.regulation.DateRange;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** 等待期的单调：who lapsed longer, or paid later, is never covered earlier; who repaired more is never covered later. */
class WaitPropertiesTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();
    private static final LocalDate WINDOW_FIRST = LocalDate.of(2024, 10, 1);
    private static final DateRange WINDOW = new DateRange(WINDOW_FIRST, LocalDate.of(2024, 12, 31));

    /** 自缴费起算的首日；a wait that passes the year counts as never. */
    private static LocalDate start(String area, LocalDate paid, int lapsed, int repaired) {
        var facts = Facts.none()
                .with("enrollment_type", "interrupted")
                .with("coverage_year", 2025)
                .with("payment_date", paid)
                .with("window", WINDOW)
                .with("lapse_years", lapsed)
                .with("repaired_years", repaired);
        var decision =
                Entitlement.decide(new EntitlementFacts(facts), LIBRARY.law(area, LocalDate.of(2025, 1, 1), true));
        return decision instanceof EntitlementDecision.Entitled entitled
                ? entitled.benefit().first()
                : LocalDate.MAX;
    }

    @Property(tries = 600)
    void theOrderOfStartsFollowsTheOrderOfCauses(
            @ForAll("areas") String area,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 8) int lapsed,
            @ForAll @IntRange(max = 8) int repaired) {
        var paid = WINDOW_FIRST.plusDays(days);
        var start = start(area, paid, lapsed, repaired);

        assertTrue(!start(area, paid, lapsed + 1, repaired).isBefore(start), "lapsed longer");
        assertTrue(!start(area, paid.plusDays(1), lapsed, repaired).isBefore(start), "paid later");
        assertTrue(!start(area, paid, lapsed, repaired + 1).isAfter(start), "repaired more");
        assertTrue(!start.isBefore(LocalDate.of(2025, 1, 1)), "never before the year");
    }

    @Provide
    Arbitrary<String> areas() {
        return Arbitraries.of(LIBRARY.areas());
    }
}
