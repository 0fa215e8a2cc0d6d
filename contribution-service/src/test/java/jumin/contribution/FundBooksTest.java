package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.intake.ClaimsFeed;
import jumin.platform.feed.Change;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 基金收入 and the books: what others owe, what came in, sub-books, months that close. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FundBooksTest extends FundCalls {

    @Inject
    ClaimsFeed claims;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql sql;

    @Inject
    com.fasterxml.jackson.databind.ObjectMapper json;

    @Test
    @DisplayName("财政补助：应收、分次到账、逾期；同一到账单只记一次；记错的由另一人冲销")
    void governmentSubsidyIsOwedAndReceived() {
        String id = finance(
                        "government-subsidies",
                        Map.of(
                                "divisionPath",
                                "360900/",
                                "benefitYear",
                                2024,
                                "level",
                                "CITY",
                                "amount",
                                "1000.00",
                                "dueOn",
                                "2024-11-30",
                                "decisionNumber",
                                "演示2号"))
                .statusCode(201)
                .extract()
                .path("dueId");
        var before = balance("FISCAL_ACCOUNT", "");
        var document = "ZX" + World.next();
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "600.00", document))
                .statusCode(201);
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "600.00", document))
                .statusCode(409)
                .body("code", equalTo("FUND_RECEIPT_DOCUMENT_REUSED"));
        due(id, "2024-12-10").body("open", equalTo("400.00")).body("overdueDays", equalTo(10));
        due(id, "2024-11-30").body("overdueDays", equalTo(0));
        due(id, "2024-04-30").body("received", equalTo("0.00"));
        assertEquals(before.plus(Money.yuan("600.00")), balance("FISCAL_ACCOUNT", ""));

        String wrong = finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "400.00", "ZX" + World.next()))
                .extract()
                .path("receiptId");
        reverse(wrong, "finance").statusCode(409).body("code", equalTo("FUND_RECEIPT_NEEDS_TWO_PERSONS"));
        reverse(wrong, "finance2").statusCode(200).body("reversedBy", equalTo("finance2"));
        reverse(wrong, "finance2").statusCode(200);
        due(id, "2024-12-10").body("open", equalTo("400.00"));
        assertEquals(before.plus(Money.yuan("600.00")), balance("FISCAL_ACCOUNT", ""));
    }

    @Test
    @DisplayName("一笔收入不超过 99,999,999,999.99 元，合计不会溢出")
    void absurdReceiptsAreRefused() {
        finance("fund-receipts", receipt("INTEREST", null, "100000000000.00", "LX" + World.next()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/amount"));
    }

    @Test
    @DisplayName("资助参保款：按部门结算，每笔分录只结算一次；到账冲减应收")
    void aidIsBilledOnce() {
        var bill = Map.<String, Object>of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance");
        finance("aid-bills", bill); // what others left
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        var view = finance("aid-bills", bill)
                .statusCode(201)
                .body("amount", equalTo("320.00"))
                .extract();
        finance("aid-bills", bill).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.MINIMUM_LIVING,
                "CANCELLED",
                "\"endedOn\":\"2023-12-01\",\"endReason\":\"x\"");
        finance("aid-bills", bill).statusCode(201).body("amount", equalTo("-320.00"));
        var before = balance("SUBSIDY_DUE", "");
        finance("fund-receipts", receipt("AID", view.path("dueId"), "320.00", "MZ" + World.next()))
                .statusCode(201);
        assertEquals(before.minus(Money.yuan("320.00")), balance("SUBSIDY_DUE", ""));
    }

    private static ValidatableResponse aidBill(String place) {
        return World.as("finance", "finance", place)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("divisionPath", place, "benefitYear", 2024, "payer", "finance"))
                .post(ROOT + "aid-bills")
                .then();
    }

    private World.Person aided() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        return person;
    }

    @Test
    @DisplayName("县级结算：人迁到别县，原县减、新县加，一个人的资助不收两次；市里结算过的，县里不再结算")
    void countiesBillByTheirBooks() {
        var other = "360900/360922/";
        World.as("system_admin", "admin", "360900/")
                .body(Map.of("organ", "13609220000", "name", "示范二区税务局", "divisionPath", other))
                .post(ROOT + "tax-organs")
                .then()
                .statusCode(200);
        aidBill("360900/"); // what others left
        var person = aided();
        aidBill(World.COUNTY).statusCode(201).body("amount", equalTo("320.00"));
        world.person(person, other + "360922100/360922100201/");
        aidBill(World.COUNTY).statusCode(201).body("amount", equalTo("-320.00"));
        aidBill(other).statusCode(201).body("amount", equalTo("320.00"));

        aided();
        aidBill("360900/").statusCode(201).body("amount", equalTo("320.00"));
        aidBill(World.COUNTY).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
    }

    @Test
    @DisplayName("利息、捐助入财政专户；没有应收款的财政补助不收；条文没有的收入不收")
    void otherIncome() {
        var interest = balance("INTEREST_INCOME", "");
        finance("fund-receipts", receipt("INTEREST", null, "12.34", "LX" + World.next()))
                .statusCode(201);
        finance("fund-receipts", receipt("DONATION", null, "100.00", "JZ" + World.next()))
                .statusCode(201);
        assertEquals(interest.minus(Money.yuan("12.34")), balance("INTEREST_INCOME", ""));
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", null, "1.00", "X" + World.next()))
                .statusCode(400);
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", UUID.randomUUID(), "1.00", "X" + World.next()))
                .statusCode(422)
                .body("code", equalTo("FUND_DUE_UNKNOWN"));
    }

    @Test
    @DisplayName("结算和冲正进账簿：应付定点机构随支出，冲正归零；重读没有第二次")
    void settlementsAreInTheBooks() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        var settlement = UUID.randomUUID();
        var before = balance("PROVIDER_PAYABLE", "&book=360902");
        settled(person, settlement, "SETTLEMENT", "null");
        settled(person, settlement, "SETTLEMENT", "null");
        assertEquals(before.minus(Money.yuan("5550.00")), balance("PROVIDER_PAYABLE", "&book=360902"));
        settled(person, UUID.randomUUID(), "REVERSAL", "\"" + settlement + "\"");
        assertEquals(before, balance("PROVIDER_PAYABLE", "&book=360902"));
    }

    private void settled(World.Person person, UUID id, String kind, String reverses) {
        var payload = """
                {"settlementId":"%s","kind":"%s","reverses":%s,"provider":"H1","area":"360900","benefitYear":2024,
                 "poolPay":"5000.00","criticalIllnessPay":"500.00","medicalAssistancePay":"50.00",
                 "personPay":"450.00","totalAmount":"6000.00","settledOn":"2024-05-05"}
                """.formatted(id, kind, reverses);
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> claims.apply(new Change(
                            "test:1:1", "settlement", person.id().toString(), Instant.EPOCH, tree(payload))));
            return null;
        });
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    @DisplayName("结账：月末之后两人办理；期初加发生等于期末；每个数字都能打开分录")
    void monthsClose() {
        var now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        close(now, "finance").statusCode(422).body("code", equalTo("PERIOD_NOT_OVER"));
        var before = now.minusMonths(2);
        close(before, "finance").statusCode(200).body("state", equalTo("SIGNED"));
        close(before, "finance").statusCode(200).body("state", equalTo("SIGNED"));
        close(now.minusMonths(1), "finance").statusCode(409).body("code", equalTo("PERIOD_EARLIER_OPEN"));
        close(before, "finance2").statusCode(200).body("state", equalTo("CLOSED"));
        close(before, "finance").statusCode(200).body("closedBy", equalTo("finance2"));

        settled(World.somebody(), UUID.randomUUID(), "SETTLEMENT", "null");
        var finance = World.as("finance", "finance", "360900/");
        finance.get(ROOT + "ledger/trial-balance?period=" + now)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
        World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?period=" + now.minusMonths(3))
                .then()
                .body("accounts.balance", everyItem(equalTo("0.00")));
        World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/postings?account=POOL_BENEFITS&period=" + now)
                .then()
                .statusCode(200)
                .body("items[0].accountTo", equalTo("POOL_BENEFITS"));
    }

    @Test
    @DisplayName("没有人开始结的月份也算没有结：从有分录的第一个月结起")
    void noMonthIsPassedOver() {
        var now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        caller.callAs(Caller.service("test"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            """
                            insert into posting (area, division_path, organ, benefit_year, account_from, account_to, amount_fen,
                                   reason, ref, occurred_on, recorded_at)
                            values ('361099', '361099/', '-', 2024, 'DONATION_INCOME', 'FISCAL_ACCOUNT', 100, 'TEST', ?, ?, ?)
                            """,
                            UUID.randomUUID(),
                            now.minusMonths(3).atDay(15),
                            now.minusMonths(3).atDay(15).atStartOfDay().atOffset(ZoneOffset.UTC)));
            return null;
        });
        closeAt("361099/", now.minusMonths(2), "finance")
                .statusCode(409)
                .body(
                        "code",
                        equalTo("PERIOD_EARLIER_OPEN"),
                        "detail",
                        containsString(now.minusMonths(3).toString()));
        closeAt("361099/", now.minusMonths(3), "finance").statusCode(200);
        closeAt("361099/", now.minusMonths(3), "finance2").statusCode(200).body("state", equalTo("CLOSED"));
        closeAt("361099/", now.minusMonths(2), "finance").statusCode(200).body("state", equalTo("SIGNED"));
    }

    private static ValidatableResponse close(YearMonth period, String login) {
        return closeAt("360900/", period, login);
    }

    private static ValidatableResponse closeAt(String city, YearMonth period, String login) {
        return World.as("finance", login, city)
                .post(ROOT + "ledger/periods/" + period + "/closure")
                .then();
    }
}
