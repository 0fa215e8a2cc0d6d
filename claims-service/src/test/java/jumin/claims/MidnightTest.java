package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class MidnightTest extends Care {

    private final AtomicInteger stays = new AtomicInteger();

    private static void clock(String now) {
        admin().body("{\"now\": \"" + now + "\"}").put(BASE + "clock").then().statusCode(200);
    }

    @AfterEach
    void back() {
        clock("2026-06-01T09:00:00");
    }

    @Test
    @DisplayName("12 月 31 日午夜前后不停地结算：单号与结算日同一天，待遇年度按出院日，累计不乱")
    void settlementsGoOnOverTheEndOfTheYear() throws Exception {
        var person = covered("午某");
        clock("2024-12-31T23:59:59");

        var answers = Parallel.run(4, i -> {
            var last = settle(shortStay(person)).statusCode(201).extract();
            for (var more = 0; more < 30 && !last.<String>path("settledOn").equals("2025-01-01"); more++) {
                assertThat(last.<String>path("number"), startsWith("JS20241231"));
                assertThat(last.<Integer>path("benefitYear"), is(2024));
                last = settle(shortStay(person)).statusCode(201).extract();
            }
            return last;
        });
        clock("2025-01-01T00:00:00");
        var after = settle(shortStay(person)).statusCode(201).extract();

        answers.forEach(answer -> assertThat(
                answer.<String>path("number"),
                startsWith("JS" + answer.<String>path("settledOn").replace("-", ""))));
        assertThat(after.<String>path("number"), startsWith("JS20250101"));
        assertThat(after.<Integer>path("benefitYear"), is(2024));
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.sums(person).get("in_region_stays_ytd"), is(tables.count("settlement", person)));
    }

    /** A stay of one day for a disease of its own: none is the other, and none continues another. */
    private String shortStay(UUID person) {
        var number = stays.incrementAndGet();
        var day = LocalDate.of(2024, 1, 1).plusDays(number % 360).toString();
        return Bills.ofPerson(person)
                .from(day, day)
                .number("Z" + number)
                .item("A-DRUG", "1", "10", "10.00")
                .json()
                .replace("I21.900", "Z" + number);
    }

    @Test
    @DisplayName("明天出院的账单今天不能结算，过了午夜就能；它属于新年度")
    void aDischargeOfTheNewYearIsOfTheNewYear() {
        var person = covered("子某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        var bill = Bills.ofPerson(person)
                .from("2024-12-31", "2025-01-01")
                .item("A-DRUG", "1", "10", "10.00")
                .json();

        clock("2024-12-31T23:00:00");
        settle(bill).statusCode(400).body("code", equalTo("CARE_DATES_INVALID"));
        clock("2025-01-01T00:00:00");
        settle(bill).statusCode(201).body("benefitYear", equalTo(2025), "settledOn", equalTo("2025-01-01"));
    }

    @Test
    @DisplayName("跨午夜还在办理的账单不会落在两张月度结算单之间：次月 1 时以前不生成上月的")
    void aMonthIsClosedWhenNoneOfItsBillsIsOnItsWay() {
        var january =
                "{\"provider\": \"%s\", \"area\": \"360900\", \"month\": \"2025-01\", \"retentionRate\": \"0.05\"}"
                        .formatted(HOSPITAL);

        clock("2025-02-01T00:59:59");
        post(reviewer(), "monthly-statements", key(), january).statusCode(400).body("code", equalTo("MONTH_NOT_OVER"));
        clock("2025-02-01T01:00:01");
        post(reviewer(), "monthly-statements", key(), january).statusCode(201);
    }
}
