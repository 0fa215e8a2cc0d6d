package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("先行支付和追偿（社会保险法第三十条第二款）")
class RecourseTest {

    private static final SettlementFacts STAY =
            Stays.stay("secondary").items(Stays.classA("12345.67")).thirdPartyShare(Rate.parse("70%"));

    private static SettlementFacts advanced() {
        return STAY.with(Facts.none().with("third_party_advance", true));
    }

    @Test
    @DisplayName("追偿的是先行支付与应付之差：9556.54 − 2642.96")
    void theFundRecoversWhatItPaidInTheThirdPartysPlace() {
        assertEquals(Money.yuan("6913.58"), Recourse.of(advanced(), Stays.LAW));
    }

    @Test
    @DisplayName("全由第三人负担的，先行支付的全部追偿")
    void whereTheThirdPartyBearsAllEverythingIsRecovered() {
        var full = advanced().with(Facts.none().with("exclusion_cause", "third_party_full"));

        assertEquals(Money.yuan("9556.54"), Recourse.of(full, Stays.LAW));
    }

    @Test
    void nothingIsRecoveredWithoutAnAdvance() {
        assertEquals(Money.ZERO, Recourse.of(STAY, Stays.LAW));
    }
}
