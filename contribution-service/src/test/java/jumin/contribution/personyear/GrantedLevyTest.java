package jumin.contribution.personyear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.levy.LevyTerms;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 资助标准由市、县规定: whoever is aided in such a city is levied what is left, not held for ever. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class GrantedLevyTest {

    private static final int YEAR = 2026;
    private static final UUID STANDARD = UUID.randomUUID();

    @Inject
    LevyQuestion question;

    @Inject
    ObjectMapper json;

    /** As enrollment publishes it. */
    private LevyTerms levied(String area, String category, String tier, String amount, String configured)
            throws JsonProcessingException {
        var subsidy = """
                {"state":"DECIDED","tier":"%s","articles":["x"],"payer":"finance","category":"%s","amount":"%s",
                 "personAmount":"0.00","standardId":"%s","configured":%s,"heldReason":null,"lawRelease":"x"}
                """.formatted(tier, category, amount, STANDARD, configured);
        var enrollment = new Enrollment(
                UUID.randomUUID(),
                UUID.randomUUID(),
                area,
                YEAR,
                "ordinary",
                "ENROLLED",
                LocalDate.of(2025, 10, 10),
                Optional.of(LocalDate.of(1980, 1, 1)),
                json.createObjectNode(),
                Optional.empty(),
                "",
                json.readTree(subsidy));
        var standard = new StandardInForce(
                STANDARD,
                area,
                YEAR,
                Money.yuan("400.00"),
                Money.yuan("700.00"),
                Optional.empty(),
                new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 2, 28)),
                Optional.empty(),
                Optional.empty(),
                "演示1号");
        return question.asking().answer(enrollment, Optional.of(standard));
    }

    @ParameterizedTest(name = "{0} {1}：资助 {2}，应缴 {3}")
    @CsvSource({
        "150400, minimum_living, 280.00, 120.00",
        "150400, prone_to_poverty, 200.00, 200.00",
        "211300, minimum_living, 280.00, 120.00",
        "211300, special_hardship, 400.00, 0.00",
        "510400, severely_disabled_adult, 300.00, 100.00",
        "131000, low_income_margin, 240.00, 160.00",
    })
    @DisplayName("赤峰第九条（三）、朝阳第四条、攀枝花第六条、廊坊第六条（二）3：按公布的资助标准核定应缴")
    void whatWasGrantedIsTakenOffTheLevy(String area, String category, String granted, String due)
            throws JsonProcessingException {
        var terms = levied(area, category, "fixed", granted, "{\"" + category + "\":\"" + granted + "\"}");

        assertEquals(LevyTerms.State.ISSUED, terms.state(), terms.reason());
        assertEquals(Money.yuan(granted), terms.subsidy());
        assertEquals(Money.yuan(due), terms.due());
        assertEquals(category, terms.category());
    }

    @Test
    @DisplayName("公布为全额资助的：应缴为零")
    void aFullGrantLeavesNothing() throws JsonProcessingException {
        var terms = levied("150400", "orphan", "full", "400.00", "{\"orphan\":\"full\"}");
        assertEquals(LevyTerms.State.ISSUED, terms.state(), terms.reason());
        assertEquals(Money.ZERO, terms.due());
    }

    @Test
    @DisplayName("两边金额不同：暂缓；没有公布标准：暂缓；本地没有用处的词不碍事")
    void whatDoesNotAgreeWaits() throws JsonProcessingException {
        assertEquals(
                "SUBSIDY_DISAGREES",
                levied("150400", "minimum_living", "fixed", "280.00", "{\"minimum_living\":\"270.00\"}")
                        .reason());
        assertEquals(
                LevyTerms.State.HELD,
                levied("150400", "minimum_living", "fixed", "280.00", "{}").state());
        assertEquals(
                LevyTerms.State.ISSUED,
                levied(
                                "150400",
                                "minimum_living",
                                "fixed",
                                "280.00",
                                "{\"minimum_living\":\"280.00\",\"new_word\":\"1.00\"}")
                        .state());
    }
}
