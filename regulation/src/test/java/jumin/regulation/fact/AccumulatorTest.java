package jumin.regulation.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.YamlSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("累计：期间由数据声明")
class AccumulatorTest {

    private static Accumulator declared(String yaml) {
        return Accumulator.read(
                "paid", YamlSource.read("vocabulary.yaml", yaml, 1).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2025-12-31, month:2025-12",
        "month, 2026-01-01, month:2026-01",
        "quarter, 2025-09-30, quarter:2025-Q3",
        "quarter, 2025-10-01, quarter:2025-Q4",
        "year, 2025-12-31, year:2025",
        "year, 2026-01-01, year:2026",
        "stay_chain, 2026-01-05, stay_chain:2025-12-20",
        "pregnancy, 2026-01-05, pregnancy:2025-08-01"
    })
    @DisplayName("月、季、年按日期，连续住院和妊娠按其第一日")
    void aDayBelongsToABucket(String period, LocalDate day, String bucket) {
        var facts = Facts.none()
                .with("stay_chain.since", LocalDate.of(2025, 12, 20))
                .with("pregnancy.since", LocalDate.of(2025, 8, 1));

        assertEquals(
                Optional.of(bucket),
                declared("{amount: , period: " + period + "}").bucket(facts, day));
    }

    @Test
    @DisplayName("本次就医不留累计；没有第一日的，没有期间")
    void someKeepNothing() {
        var day = LocalDate.of(2026, 1, 5);

        assertEquals(Optional.empty(), declared("{amount: , period: visit}").bucket(Facts.none(), day));
        assertEquals(Optional.empty(), declared("{amount: , period: pregnancy}").bucket(Facts.none(), day));
    }

    @Test
    @DisplayName("按疾病、机构分开的，各有各的期间")
    void aFurtherFactKeepsThemApart() {
        var facts = Facts.none().with("disease", "diabetes");

        assertEquals(
                Optional.of("year:2026/diabetes"),
                declared("{amount: , period: year, by: disease}").bucket(facts, LocalDate.of(2026, 1, 5)));
    }

    @Test
    @DisplayName("全国的累计都有期间，也是核算的事实")
    void theNationalOnesAreDeclared() {
        var library = LawLibrary.load();
        var vocabulary = Vocabulary.of(library.law("360900", LocalDate.of(2026, 1, 1), true));

        assertEquals(
                Accumulator.Period.QUARTER,
                vocabulary.accumulators().get("outpatient_paid_quarter").period());
        assertEquals(
                FactType.COUNT,
                vocabulary.accumulators().get("in_region_stays_ytd").type());
        vocabulary
                .accumulators()
                .values()
                .forEach(accumulator -> assertEquals(
                        List.of(accumulator.type()),
                        vocabulary.facts("settlement").find(accumulator.fact()).stream()
                                .map(Declaration::type)
                                .toList()));
    }
}
