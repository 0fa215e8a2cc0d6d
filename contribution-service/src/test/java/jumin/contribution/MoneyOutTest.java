package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jumin.contribution.intake.ClaimsFeed;
import jumin.platform.feed.Change;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money out: settlements, providers' months and payments to persons, as claims tells them. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class MoneyOutTest {

    private static final int YEAR = 2024;

    @Inject
    World world;

    @Inject
    ClaimsFeed claims;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    private World.Person patient;
    private Map<String, Money> before;

    @BeforeEach
    void open() {
        world.opened();
        patient = World.somebody();
        world.person(patient, World.VILLAGE);
        before = balances();
    }

    private void tell(String kind, String subject, String payload) {
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> claims.apply(new Change("test:1:1", kind, subject, Instant.EPOCH, tree(payload))));
            return null;
        });
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private UUID settled(String poolPay) {
        var id = UUID.randomUUID();
        tell("settlement", patient.id().toString(), """
                {"settlementId":"%s","kind":"SETTLEMENT","reverses":null,"provider":"H1","area":"360900","benefitYear":%d,
                 "poolPay":"%s","criticalIllnessPay":"0.00","medicalAssistancePay":"0.00","personPay":"0.00",
                 "totalAmount":"%s","settledOn":"2024-05-05","redo":null,"replaces":null}
                """.formatted(id, YEAR, poolPay, poolPay));
        return id;
    }

    private void statement(UUID id, String state, String deduction, String retention, String payable) {
        tell("payable", "H1", """
                {"id":"%s","provider":"H1","area":"360900","month":"2024-05","claims":1,"totalAmount":"0.00","poolPay":"0.00",
                 "criticalIllnessPay":"0.00","medicalAssistancePay":"0.00","deduction":"%s","retentionRate":"5%%",
                 "retention":"%s","payable":"%s","findings":[],"madeBy":"clerk","madeOn":"2024-06-01","voucher":"","state":"%s"}
                """.formatted(id, deduction, retention, payable, state));
    }

    private void payout(UUID id, String direction, String amount, String state) {
        tell("payout", patient.id().toString(), """
                {"payoutId":"%s","personId":"%s","settlementId":"%s","area":"360900","direction":"%s","amount":"%s",
                 "state":"%s","on":"2024-07-01"}
                """.formatted(
                        id, patient.id(), UUID.randomUUID(), direction, amount, state));
    }

    private static Map<String, Money> balances() {
        var balances = new TreeMap<String, Money>();
        var answer = World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=" + YEAR)
                .jsonPath();
        for (Map<String, Object> row : answer.<Map<String, Object>>getList("accounts")) {
            balances.put((String) row.get("account"), Money.yuan((String) row.get("balance")));
        }
        return balances;
    }

    /** How much more (or less) an account holds than at the beginning. */
    private void moved(String account, String amount) {
        assertEquals(Money.yuan(amount), balances().get(account).minus(before.get(account)), account);
    }

    @Test
    @DisplayName("机构月结：复核时扣减、预留，拨付后应付清零；消息重来或缺一步，结果相同")
    void providersMonth() {
        settled("10000.00");
        moved("PROVIDER_PAYABLE", "-10000.00");
        var id = UUID.randomUUID();
        statement(id, "MADE", "200.00", "490.00", "9310.00");
        moved("PROVIDER_PAYABLE", "-10000.00");
        statement(id, "APPROVED", "200.00", "490.00", "9310.00");
        moved("PROVIDER_PAYABLE", "-9310.00");
        moved("PROVIDER_RETENTION", "-490.00");
        moved("BENEFIT_DEDUCTIONS", "-200.00");
        for (var i = 0; i < 2; i++) {
            statement(id, "PAID", "200.00", "490.00", "9310.00");
            moved("PROVIDER_PAYABLE", "0.00");
            moved("EXPENDITURE_ACCOUNT", "-9310.00");
        }
        settled("100.00");
        statement(UUID.randomUUID(), "PAID", "0.00", "5.00", "95.00");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("PROVIDER_RETENTION", "-495.00");
        Books.assertBalanced();
    }

    private void release(UUID id, String state, String released, String forfeited) {
        tell("retention", "H1", """
                {"id":"%s","provider":"H1","area":"360900","year":%d,"result":"合格","decision":"考核1号","basis":"服务协议","share":"0.9",
                 "retained":"490.00","released":"%s","forfeited":"%s","madeBy":"clerk","madeOn":"2025-02-01","opinion":"",
                 "voucher":"","state":"%s"}
                """.formatted(id, YEAR, released, forfeited, state));
    }

    @Test
    @DisplayName("预留返还：复核后按考核结果转为应付、其余冲减支出，拨付后预留和应付清零；待复核、不同意的不入账；消息重来结果相同")
    void retainedMoneyIsReleased() {
        settled("10000.00");
        statement(UUID.randomUUID(), "PAID", "0.00", "490.00", "9510.00");
        release(UUID.randomUUID(), "MADE", "441.00", "49.00");
        release(UUID.randomUUID(), "REJECTED", "441.00", "49.00");
        moved("PROVIDER_RETENTION", "-490.00");
        var id = UUID.randomUUID();
        release(id, "APPROVED", "441.00", "49.00");
        moved("PROVIDER_RETENTION", "0.00");
        moved("PROVIDER_PAYABLE", "-441.00");
        moved("BENEFIT_DEDUCTIONS", "-49.00");
        for (var i = 0; i < 2; i++) {
            release(id, "PAID", "441.00", "49.00");
            moved("PROVIDER_PAYABLE", "0.00");
            moved("EXPENDITURE_ACCOUNT", "-9951.00");
        }
        Books.assertBalanced();
    }

    @Test
    @DisplayName("复核撤回后退回的：冲回的消息把扣减、预留、返还原样冲减，重来没有第二次；重新生成的另入一次账")
    void whatAnApprovalBookedIsTakenBack() {
        settled("10000.00");
        var withdrawn = UUID.randomUUID();
        statement(withdrawn, "APPROVED", "200.00", "490.00", "9310.00");
        var taken = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            statement(taken, "APPROVED", "-200.00", "-490.00", "-9310.00");
            statement(withdrawn, "REJECTED", "200.00", "490.00", "9310.00");
            moved("PROVIDER_PAYABLE", "-10000.00");
            moved("PROVIDER_RETENTION", "0.00");
            moved("BENEFIT_DEDUCTIONS", "0.00");
        }
        statement(UUID.randomUUID(), "PAID", "0.00", "500.00", "9500.00");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("PROVIDER_RETENTION", "-500.00");
        var release = UUID.randomUUID();
        release(release, "APPROVED", "450.00", "50.00");
        release(UUID.randomUUID(), "APPROVED", "-450.00", "-50.00");
        release(release, "REJECTED", "450.00", "50.00");
        moved("PROVIDER_RETENTION", "-500.00");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("BENEFIT_DEDUCTIONS", "0.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("扣减多于当月：机构退回的进支出户")
    void deductionsBeyondTheMonth() {
        settled("100.00");
        statement(UUID.randomUUID(), "PAID", "300.00", "0.00", "-200.00");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("EXPENDITURE_ACCOUNT", "200.00");
    }

    private void payoutOfFinding(UUID id, String amount, String state) {
        tell("payout", patient.id().toString(), """
                {"payoutId":"%s","personId":"%s","settlementId":"%s","area":"360900","direction":"TO_RECOVER","amount":"%s",
                 "state":"%s","finding":"%s","on":"2024-07-01"}
                """.formatted(
                        id, patient.id(), UUID.randomUUID(), amount, state, UUID.randomUUID()));
    }

    @Test
    @DisplayName("疑点向本人追回：冲减支出，不动应付机构；其后重算减少的部分已追回的不再追，账目仍平")
    void whatAFindingTakesBackIsNoMatterOfTheProviders() {
        settled("5640.00");
        payout(UUID.randomUUID(), "TO_PAY", "5640.00", "PAID");
        var finding = UUID.randomUUID();
        payoutOfFinding(finding, "5000.00", "TO_RECOVER");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("BENEFIT_DEDUCTIONS", "-5000.00");
        moved("PERSON_RECOVERABLE", "5000.00");
        payoutOfFinding(finding, "5000.00", "RECOVERED");
        moved("PERSON_RECOVERABLE", "0.00");

        settled("-5640.00");
        payout(UUID.randomUUID(), "TO_RECOVER", "640.00", "RECOVERED");
        payoutOfFinding(UUID.randomUUID(), "5000.00", "SET_OFF");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("BENEFIT_DEDUCTIONS", "0.00");
        moved("POOL_BENEFITS", "0.00");
        moved("EXPENDITURE_ACCOUNT", "0.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("尚未支付的应付与应追回相抵：应付个人、应付机构都清零")
    void aSetOffPayoutIsUndone() {
        settled("100.00");
        var id = UUID.randomUUID();
        payout(id, "TO_PAY", "100.00", "WAITING_FOR_ACCOUNT");
        settled("-100.00");
        payout(id, "TO_PAY", "100.00", "SET_OFF");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("PERSON_PAYABLE", "0.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("手工报销付给个人：从应付转到个人，支付后清零；退汇冲回，再付另记；追回入支出户")
    void persons() {
        settled("800.00");
        var id = UUID.randomUUID();
        for (var state : new String[] {"WAITING_FOR_ACCOUNT", "READY", "IN_BATCH", "REJECTED", "READY"}) {
            payout(id, "TO_PAY", "800.00", state);
        }
        moved("PERSON_PAYABLE", "-800.00");
        moved("PROVIDER_PAYABLE", "0.00");
        payout(id, "TO_PAY", "800.00", "PAID");
        payout(id, "TO_PAY", "800.00", "PAID");
        payout(id, "TO_PAY", "800.00", "BOUNCED");
        moved("EXPENDITURE_ACCOUNT", "0.00");
        payout(UUID.randomUUID(), "TO_PAY", "800.00", "PAID");
        moved("PROVIDER_PAYABLE", "0.00");
        moved("PERSON_PAYABLE", "0.00");
        moved("EXPENDITURE_ACCOUNT", "-800.00");

        var back = UUID.randomUUID();
        payout(back, "TO_RECOVER", "50.00", "TO_RECOVER");
        moved("PERSON_RECOVERABLE", "50.00");
        payout(back, "TO_RECOVER", "50.00", "RECOVERED");
        moved("PERSON_RECOVERABLE", "0.00");
        moved("EXPENDITURE_ACCOUNT", "-750.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("向个人追回分次到账：每张凭证一笔，消息重来不重记；与后来应付的相抵不进支出户；收齐的消息不再记一次")
    void recoveredInParts() {
        var back = UUID.randomUUID();
        payout(back, "TO_RECOVER", "50.00", "TO_RECOVER");
        for (var i = 0; i < 2; i++) {
            receipt(back, "20.00", "PZ1", false);
            moved("PERSON_RECOVERABLE", "30.00");
        }
        receipt(back, "30.00", "相抵", true);
        tell("payout", patient.id().toString(), """
                {"payoutId":"%s","personId":"%s","settlementId":"%s","area":"360900","direction":"TO_RECOVER","amount":"50.00",
                 "state":"RECOVERED","byReceipts":true,"on":"2024-07-01"}
                """.formatted(back, patient.id(), UUID.randomUUID()));
        moved("PERSON_RECOVERABLE", "0.00");
        moved("EXPENDITURE_ACCOUNT", "20.00");
        moved("PROVIDER_PAYABLE", "-20.00");
        Books.assertBalanced();
    }

    private void receipt(UUID payout, String amount, String voucher, boolean setOff) {
        tell("payout-receipt", patient.id().toString(), """
                {"payoutId":"%s","personId":"%s","settlementId":"%s","area":"360900","amount":"%s","voucher":"%s",
                 "receivedOn":"2024-07-01","setOff":%b}
                """.formatted(
                        payout, patient.id(), UUID.randomUUID(), amount, voucher, setOff));
    }

    @Test
    @DisplayName("向第三人追回先行支付的：到账冲减待遇支出、进支出户；消息重来不重记，第二张凭证另记（社会保险法第三十条第二款）")
    void recoveredFromThirdParties() {
        var id = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            recovered(id, "300.00", "PZ1");
            moved("THIRD_PARTY_RECOVERED", "-300.00");
            moved("EXPENDITURE_ACCOUNT", "300.00");
        }
        recovered(id, "200.00", "PZ2");
        moved("THIRD_PARTY_RECOVERED", "-500.00");
        moved("EXPENDITURE_ACCOUNT", "500.00");
        Books.assertBalanced();
    }

    private void recovered(UUID id, String amount, String voucher) {
        tell("recourse", patient.id().toString(), """
                {"recourseId":"%s","personId":"%s","settlementId":"%s","area":"360900","amount":"%s","voucher":"%s",
                 "receivedOn":"2024-07-01"}
                """.formatted(id, patient.id(), UUID.randomUUID(), amount, voucher));
    }

    @Test
    @DisplayName("按待遇年度入账：次年一月的结算单、付款、退汇、个人应付、追回、追偿都记在就诊的年度，各年度与结算相符；消息重来不重记")
    void everythingStandsUnderTheBenefitYearOfTheCare() {
        settled("1000.00");
        var id = UUID.randomUUID();
        var payment = """
                {"id":"%s","amount":"1425.00","voucher":"V","paidOn":"2025-02-05",
                 "returns":[{"id":"%s","on":"2025-02-08"}]}
                """.formatted(id, UUID.randomUUID());
        var years = """
                [{"benefitYear":2024,"fund":"1000.00","deduction":"200.00","retention":"50.00","payable":"750.00"},
                 {"benefitYear":2025,"fund":"500.00","deduction":"-200.00","retention":"25.00","payable":"675.00"}]
                """;
        for (var i = 0; i < 2; i++) {
            january(id, "PAID", years, "");
            moved("PROVIDER_PAYABLE", "0.00");
            moved("PROVIDER_RETENTION", "-50.00");
            moved("BENEFIT_DEDUCTIONS", "-200.00");
            moved("EXPENDITURE_ACCOUNT", "-750.00");
        }
        january(id, "BOUNCED", years, payment);
        moved("EXPENDITURE_ACCOUNT", "0.00");
        moved("PROVIDER_PAYABLE", "-750.00");
        tell("retention", "H1", """
                {"id":"%s","provider":"H1","area":"360900","year":2025,"retained":"75.00","released":"60.00","forfeited":"15.00",
                 "madeOn":"2026-02-01","state":"APPROVED","years":[{"benefitYear":2024,"released":"40.00","forfeited":"10.00"},
                 {"benefitYear":2025,"released":"20.00","forfeited":"5.00"}]}
                """.formatted(UUID.randomUUID()));
        moved("PROVIDER_RETENTION", "0.00");
        moved("BENEFIT_DEDUCTIONS", "-210.00");

        for (var i = 0; i < 2; i++) {
            toPerson("payout", "payoutId", "\"direction\":\"TO_PAY\",\"state\":\"BOUNCED\",\"on\":\"2025-03-01\"");
        }
        var expenditure = balances().get("EXPENDITURE_ACCOUNT");
        toPerson("recourse", "recourseId", "\"voucher\":\"Z1\",\"receivedOn\":\"2025-03-01\"");
        toPerson("payout-receipt", "payoutId", "\"voucher\":\"Z1\",\"receivedOn\":\"2025-03-01\"");
        assertEquals(Money.yuan("20.00"), balances().get("EXPENDITURE_ACCOUNT").minus(expenditure));
        moved("THIRD_PARTY_RECOVERED", "-10.00");
        Books.assertBalanced();
    }

    private void january(UUID id, String state, String years, String payments) {
        tell("payable", "H1", """
                {"id":"%s","provider":"H1","area":"360900","month":"2025-01","deduction":"0.00","retention":"75.00",
                 "payable":"1425.00","state":"%s","years":%s,"payments":[%s]}
                """.formatted(id, state, years, payments));
    }

    private void toPerson(String kind, String name, String said) {
        tell(kind, patient.id().toString(), """
                {"%s":"%s","area":"360900","amount":"10.00","benefitYear":%d,%s}
                """.formatted(name, UUID.randomUUID(), YEAR, said));
    }

    @Test
    @DisplayName("冲销登记有误的到账：账目冲回，同一凭证重新登记的另记；消息重来、缺步结果相同")
    void aReversedReceiptIsUndone() {
        var back = UUID.randomUUID();
        payout(back, "TO_RECOVER", "50.00", "TO_RECOVER");
        var receipt = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            came("payout-receipt", receipt, "50.00", i == 1);
            came("payout-receipt", receipt, "50.00", true);
            moved("PERSON_RECOVERABLE", "50.00");
            moved("EXPENDITURE_ACCOUNT", "0.00");
        }
        came("payout-receipt", UUID.randomUUID(), "5.00", false);
        moved("PERSON_RECOVERABLE", "45.00");
        came("recourse", UUID.randomUUID(), "7.00", true);
        moved("THIRD_PARTY_RECOVERED", "0.00");
        moved("EXPENDITURE_ACCOUNT", "5.00");
        Books.assertBalanced();
    }

    private void came(String kind, UUID receipt, String amount, boolean reversed) {
        tell(kind, patient.id().toString(), """
                {"payoutId":"%s","recourseId":"%s","area":"360900","amount":"%s","voucher":"PZ1","receiptId":"%s","reversed":%b,
                 "receivedOn":"2024-07-01","benefitYear":%d}
                """.formatted(
                        UUID.randomUUID(), UUID.randomUUID(), amount, receipt, reversed, YEAR));
    }
}
