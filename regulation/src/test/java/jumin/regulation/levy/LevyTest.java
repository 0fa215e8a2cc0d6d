package jumin.regulation.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("核定（第十二至十四条）")
class LevyTest {

    private static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 1, 1), true);

    @Test
    void aHouseholdOwesWhatItsMembersOwe() {
        var members = List.of(
                Facts.none(),
                Facts.none().plusWord("categories", "minimum_living"),
                Facts.none().plusWord("categories", "martyr_child").with("birth_date", LocalDate.of(1960, 5, 1)));
        var facts = LevyFacts.household(new BenefitYear(2024), Money.yuan("380.00"), members);

        var household = assertInstanceOf(LevyDecision.Household.class, Levy.decide(facts, LAW));

        assertEquals(Money.yuan("440.00"), household.personTotal());
        assertEquals(Money.yuan("700.00"), household.subsidyTotal());
        assertEquals(household, Levy.replay(facts.canonicalJson(), LAW));
        assertEquals(
                household.canonicalJson(),
                Levy.replay(facts.canonicalJson(), LAW).canonicalJson());
    }

    @Test
    void anOverpaymentIsFullAndShowsTheSurplus() {
        var facts = LevyFacts.payment(Money.yuan("60.00"), Money.yuan("380.00"));

        var checked = assertInstanceOf(LevyDecision.Checked.class, Levy.decide(facts, LAW));

        assertEquals(Money.yuan("320.00"), checked.difference());
        assertEquals(true, checked.allowed());
    }
}
