package jumin.regulation.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("资助参保（第十三、十四条）")
class SubsidyTest {

    private static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 1, 1), true);
    private static final SubsidyFacts PERSON = SubsidyFacts.of(new BenefitYear(2024), Money.yuan("380.00"));

    private static SubsidyDecision.Decided decide(SubsidyFacts facts) {
        return assertInstanceOf(SubsidyDecision.Decided.class, Subsidy.decide(facts, LAW));
    }

    @Test
    @DisplayName("就高：选中一种，其余写明")
    void theHighestIsChosenAndAllAreShown() {
        var decided =
                decide(PERSON.categories(List.of("minimum_living", "severely_disabled_adult", "special_hardship")));

        assertEquals(Tier.FULL, decided.tier());
        assertEquals(Money.ZERO, decided.personAmount());
        assertEquals(Optional.of("special_hardship"), decided.award().category());
        assertEquals(3, decided.considered().size());
        assertTrue(decided.worksheet().text().contains("低保对象：定额资助"));
    }

    @Test
    void aRecognitionCountsOnlyOnItsDays() {
        var valid = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));

        var inTime = decide(PERSON.recognised("minimum_living", valid, LocalDate.of(2024, 6, 30)));
        var late = decide(PERSON.recognised("minimum_living", valid, LocalDate.of(2024, 7, 1)));

        assertEquals(Tier.FIXED, inTime.tier());
        assertEquals(Tier.NONE, late.tier());
        assertEquals(Optional.empty(), late.payer());
    }

    @Test
    void replayDecidesTheSame() {
        var facts = PERSON.categories(List.of("college_student")).bornOn(LocalDate.of(2004, 2, 3));

        assertEquals(
                Subsidy.decide(facts, LAW).canonicalJson(),
                Subsidy.replay(facts.canonicalJson(), LAW).canonicalJson());
    }
}
