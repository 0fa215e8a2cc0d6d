package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 大病保险起付线所依的收入每年年中才公布: the old one stands in until then (A39). */
@ClaimsTest
class OldLineTest extends Care {

    private static final String CLINIC = "H36090200066";
    private static final int YEAR = 2026;

    private static void aHospital() {
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "旧线医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, COUNTY)).statusCode(201);
    }

    @Test
    @DisplayName("第三十三条 收入公布以前按上一次公布的起付线核算并写明；公布后列入待重算")
    void theOldLineHoldsUntilTheNewOneIsPublished() {
        aHospital();
        feeds.standard(YEAR, "400.00", "null");
        UUID person = covered("收某");
        feeds.covered(person, YEAR, YEAR + "-01-01", YEAR + "-12-31");
        var bill = Bills.ofPerson(person)
                .from(YEAR + "-02-01", YEAR + "-02-10")
                .item("A-SERVICE", "528.5", "100", "52850.00")
                .json();

        String id = post(hospital(CLINIC), "settlements", key(), bill)
                .statusCode(201)
                .body("amounts.poolPay", equalTo("31350.00"))
                .body("unverified[0]", allOf(containsString(YEAR + " 年度"), containsString("尚未公布")))
                .body("unverified[0]", containsString("公布后重算"))
                .body("amounts.criticalIllnessPay", not(equalTo("0.00")))
                .extract()
                .path("settlementId");

        feeds.standard(YEAR, "400.00", "\"41000.00\"");
        Until.holds(
                () -> approver()
                        .get(BASE + "redo-items?benefitYear=" + YEAR + "&limit=1000")
                        .then()
                        .extract()
                        .<List<String>>path("items.settlementId"),
                listed -> listed.contains(id));
    }
}
