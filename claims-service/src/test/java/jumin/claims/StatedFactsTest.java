package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingDetails;
import jumin.claims.filing.FilingKind;
import jumin.claims.filing.FilingState;
import jumin.claims.filing.StatedFacts;
import jumin.claims.insured.PersonId;
import jumin.claims.law.Laws;
import jumin.regulation.fact.Facts;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What no register answers: stated by the hospital or found by the agency, as the law's data declares it. */
@ClaimsTest
class StatedFactsTest extends Care {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

    @Inject
    Laws laws;

    private static final String NEW_YEAR = "H36090200081";

    private static ValidatableResponse trial(String hospital, String bill) {
        return hospital(hospital).body(bill).post(BASE + "pre-settlements").then();
    }

    private static Bills tenThousand(UUID person) {
        return Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
    }

    @Test
    @DisplayName("第四十六条 入院前急诊：留观不超过72小时的费用并入住院，超过的不并入；没有写明急诊日期的退回")
    void emergencyCareBeforeTheAdmissionJoinsTheStay() {
        var person = covered("甘某");
        var bill = tenThousand(person)
                .item("A-DRUG", "5", "100", "500.00")
                .on("2024-03-01")
                .with("\"preHospital\": true");

        trial(HOSPITAL, bill.preHospital("2024-03-01", 72).json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5940.00"), "amounts.ownExpense", equalTo("0.00"));
        trial(HOSPITAL, bill.preHospital("2024-03-01", 73).json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5640.00"), "amounts.ownExpense", equalTo("500.00"));
        trial(HOSPITAL, bill.preHospital("2024-03-03", 72).json())
                .statusCode(400)
                .body("code", equalTo("CARE_DATES_INVALID"));
        trial(HOSPITAL, bill.noPreHospital().json())
                .statusCode(400)
                .body("errors.message", hasItem(containsString("没有院前急诊的日期")));
    }

    @Test
    @DisplayName("第四十六条 12月31日急诊、元旦入院：急诊当日的年度也有待遇，费用并入；没有的不并入；门诊没有院前急诊")
    void emergencyCareOfTheYearBeforeHasThatYearsCover() {
        feeds.standard(2025, "400.00", "\"36000.00\"");
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "跨年医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2025-01-01", "decision": "协议"}]}
                """.formatted(NEW_YEAR, COUNTY)).statusCode(201);
        var person = covered("甘某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        trial(NEW_YEAR, overNewYear(person).json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5940.00"), "amounts.ownExpense", equalTo("0.00"));

        var late = feeds.person(Ids.next(), "晚某", VILLAGE);
        feeds.coverage(late, 2024, "[]", "null");
        feeds.covered(late, 2025, "2025-01-01", "2025-12-31");
        trial(NEW_YEAR, overNewYear(late).json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5640.00"), "amounts.ownExpense", equalTo("500.00"))
                .body("remarks.remarkCode", hasItem("OUTSIDE_COVER"));

        trial(
                        HOSPITAL,
                        tenThousand(person)
                                .careType("11")
                                .from("2024-03-02", "2024-03-02")
                                .preHospital("2024-03-02", 2)
                                .json())
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/preHospital"));
    }

    private static Bills overNewYear(UUID person) {
        return tenThousand(person)
                .item("A-DRUG", "5", "100", "500.00")
                .on("2024-12-31")
                .with("\"preHospital\": true")
                .from("2025-01-01", "2025-01-08")
                .preHospital("2024-12-31", 20);
    }

    @Test
    @DisplayName("第十六条（六） 急诊留观：超过72小时未转住院的参照住院付，正好72小时的不付；参保地法规不接受的陈述退回，写明接受哪些")
    void observationIsPaidByItsHours() {
        var city = new OtherCity(feeds);
        var person = city.covered("申某");
        var bill = tenThousand(person).careType("emergency_observation").from("2024-05-20", "2024-05-20");

        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"others\": {\"observation_hours\": 73}}")
                                .json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5100.00"));
        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"others\": {\"observation_hours\": 72}}")
                                .json())
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"), "amounts.poolPay", equalTo("0.00"));
        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"others\": {\"person.categories\": [\"orphan\"]}}")
                                .json())
                .statusCode(400)
                .body("code", equalTo("CIRCUMSTANCE_NOT_KNOWN"))
                .body("errors[0].suggestion", containsString("observation_hours"));
        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"others\": {\"observation_hours\": \"三天\"}}")
                                .json())
                .statusCode(400)
                .body("code", equalTo("CIRCUMSTANCE_NOT_KNOWN"));
    }

    @Test
    @DisplayName("急诊留观也是躺在一处：与另一次住院日期重叠的暂缓，先核实")
    void whoIsObservedLiesInNoOtherBed() {
        var city = new OtherCity(feeds);
        var person = city.covered("留某");
        post(
                        hospital(OtherCity.HOSPITAL),
                        "settlements",
                        key(),
                        tenThousand(person).from("2024-05-10", "2024-05-25").json())
                .statusCode(201);
        var observed = tenThousand(person)
                .careType("emergency_observation")
                .from("2024-05-18", "2024-05-22")
                .circumstances("{\"others\": {\"observation_hours\": 90}}");

        trial(OtherCity.HOSPITAL, observed.json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("STAY_OVERLAPS"));
    }

    @Test
    @DisplayName("第十七条 分娩并发症：医院所述的列名并发症按普通住院付；未列名的经经办机构核定、另一人审批后才按普通住院付")
    void aBirthWithComplicationsIsPaidAsAStay() {
        var city = new OtherCity(feeds);
        var person = city.covered("全某");
        var bill = tenThousand(person).careType("52");

        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"delivery\": \"caesarean\"}").json())
                .statusCode(200)
                .body("amounts.poolPay", not("5100.00"));
        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"delivery\": \"caesarean\", \"others\": {\"complications\": [\"产后出血\"]}}")
                                .json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5100.00"));
        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances(
                                        "{\"delivery\": \"caesarean\", \"others\": {\"complication_confirmed\": true}}")
                                .json())
                .statusCode(400)
                .body("errors[0].suggestion", containsString("由参保地经办机构核定"));

        var finding = caseFacts(OtherCity.reviewer(), person, "{\"complication_confirmed\": true}")
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .<String>path("id");
        approve(OtherCity.reviewer(), finding).statusCode(409).body("code", equalTo("FILING_NEEDS_TWO_PERSONS"));
        approve(as(Tokens.staff("county_approver", "approver", "131000/131002/")), finding)
                .statusCode(200);

        trial(
                        OtherCity.HOSPITAL,
                        bill.circumstances("{\"delivery\": \"caesarean\"}").json())
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5100.00"));
    }

    @Test
    @DisplayName("情形核定只写法规交由经办机构核定的事实，医院不能办理")
    void aFindingIsTheAgencysAndOfWhatTheLawLeavesToIt() {
        var city = new OtherCity(feeds);
        var person = city.covered("班某");

        caseFacts(OtherCity.reviewer(), person, "{\"provider_level\": \"primary\"}")
                .statusCode(400)
                .body("code", equalTo("FILING_VALUE_UNKNOWN"))
                .body("errors[0].suggestion", containsString("mental_illness"));
        caseFacts(hospital(OtherCity.HOSPITAL), person, "{\"mental_illness\": true}")
                .statusCode(403);
    }

    @Test
    @DisplayName("第十三条 签约：在签约机构之外就诊的，是“不在签约机构”；没有签约的不作陈述")
    void aSignUpSaysWhereThePersonIsContracted() {
        var stated = new StatedFacts(laws.on("211300", DAY).orElseThrow());
        var signedUp = List.of(filing(new FilingDetails(
                null, null, null, null, null, null, null, null, new FilingDetails.SignUp("H21130200001"))));

        assertThat(stated.filed(signedUp, "H21130200001", DAY), is(Facts.none().with("contracted_provider", true)));
        assertThat(stated.filed(signedUp, "H21130200002", DAY), is(Facts.none().with("contracted_provider", false)));
        assertThat(stated.filed(signedUp, "H21130200002", DAY.minusDays(1)), is(Facts.none()));
    }

    private static Filing filing(FilingDetails details) {
        return new Filing(
                UUID.randomUUID(),
                FilingKind.SIGN_UP,
                new PersonId(UUID.randomUUID()),
                "211300",
                "211300/",
                "-",
                FilingState.EFFECTIVE,
                DAY,
                Optional.empty(),
                DAY,
                details,
                "clerk",
                Optional.empty(),
                Optional.empty());
    }

    private static ValidatableResponse caseFacts(
            io.restassured.specification.RequestSpecification by, UUID person, String facts) {
        return post(by, "filings", key(), """
                {"person": {"personId": "%s"}, "validFrom": "2024-03-01",
                 "details": {"caseFacts": {"facts": %s, "evidence": "病历与鉴定"}}}
                """.formatted(person, facts));
    }

    private static ValidatableResponse approve(io.restassured.specification.RequestSpecification by, String id) {
        return by.body("{\"opinion\": \"材料齐全\"}")
                .post(BASE + "filings/" + id + "/approval")
                .then();
    }
}
