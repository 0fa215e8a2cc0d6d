package jumin.regulation.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** 就高（宜春 第十三条）：a further identity never costs the person more, and aid and own part are the contribution. */
class HighestPropertiesTest {

    private static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 1, 1), true);

    private static SubsidyDecision.Decided decide(long contribution, Set<String> categories) {
        var facts = SubsidyFacts.of(new BenefitYear(2024), Money.ofFen(contribution))
                .bornOn(LocalDate.of(1950, 1, 1))
                .unemployed(true)
                .categories(List.copyOf(categories));
        return (SubsidyDecision.Decided) Subsidy.decide(facts, LAW);
    }

    @Property(tries = 500)
    void aFurtherIdentityNeverCostsMore(
            @ForAll @LongRange(min = 0, max = 100_000) long contribution,
            @ForAll("identities") Set<String> categories,
            @ForAll("identity") String further) {
        var before = decide(contribution, categories);
        categories.add(further);
        var after = decide(contribution, categories);

        assertTrue(after.personAmount().compareTo(before.personAmount()) <= 0);
        assertEquals(Money.ofFen(contribution), after.personAmount().plus(after.subsidyAmount()));
    }

    @Provide
    Arbitrary<String> identity() {
        return Arbitraries.of(
                "special_hardship",
                "orphan",
                "minimum_living",
                "returned_to_poverty",
                "six_category_veteran",
                "fourteen_category_soldier",
                "martyr_child",
                "severely_disabled_adult",
                "low_income_urban",
                "college_student");
    }

    @Provide
    Arbitrary<Set<String>> identities() {
        return identity().set().ofMaxSize(4);
    }
}
