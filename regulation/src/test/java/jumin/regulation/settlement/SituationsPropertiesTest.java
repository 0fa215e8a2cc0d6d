package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import jumin.regulation.law.ReadLog;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 情形：what a situation settles beforehand changes no byte; where each value read is noted, nothing is settled beforehand. */
class SituationsPropertiesTest {

    private static final LawLibrary SETTLED = LawLibrary.load();
    private static final LawLibrary NOTED = LawLibrary.load(LawSource.classpath(), ReadLog.recording());

    @Property(tries = 1500)
    void aSettledCourseDecidesAsTheWrittenOne(
            @ForAll("areas") String area, @ForAll("bills") SettlementFacts facts, @ForAll boolean placeholders) {
        var settled = SETTLED.law(area, EveryCityBills.DAY, placeholders);
        var noted = NOTED.law(area, EveryCityBills.DAY, placeholders);

        assertEquals(
                Adjudicator.adjudicate(facts, noted).canonicalJson(),
                Adjudicator.adjudicate(facts, settled).canonicalJson());
    }

    @Provide
    Arbitrary<String> areas() {
        return Arbitraries.of(SETTLED.areas());
    }

    @Provide
    Arbitrary<SettlementFacts> bills() {
        return EveryCityBills.bills();
    }
}
