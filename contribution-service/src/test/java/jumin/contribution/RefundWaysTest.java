package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ways of a refund beside the straight one: taken back, to heirs, the subsidised part, levied anew. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundWaysTest extends RefundCalls {

    @Test
    @DisplayName("付不出去的退费在合并之后撤回：款项归保留的登记，抵其应缴，待遇随之")
    void whatIsTakenBackAfterAMergeIsOfThePersonWhoIsKept() {
        var twice = World.somebody();
        var id = failedSurplus(twice);
        var kept = world.villager();
        world.merged(twice, kept);
        covered(kept, false);
        at("county_approver", id, "withdrawal", Map.of("note", "本人不退了")).statusCode(200);
        payments(kept).body("[0].allocated", equalTo("380.00"));
        covered(kept, true);
        Books.assertBalanced();
    }

    private String failedSurplus(World.Person person) {
        world.person(person, World.VILLAGE);
        World.tax()
                .body(World.payment(person, "380.00", "2023-11-02"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
        var id = ordered(request(person, "surplus", ""));
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    @DisplayName("登记并入别县之后：原县不能撤回看不到的款，由市级撤回，款项归保留的登记")
    void whatAMergeTookToAnotherCountyIsNotGivenBackUnseen() {
        var twice = World.somebody();
        var id = failedSurplus(twice);
        var kept = World.somebody();
        world.person(kept, World.OTHER_COUNTY_VILLAGE);
        world.merged(twice, kept);
        var note = Map.<String, Object>of("note", "本人不退了");
        at("county_approver", id, "withdrawal", note).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
        World.as("county_approver", "approver", "360900/")
                .body(note)
                .post(ROOT + "refunds/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        World.as("township_clerk", "clerk9", World.OTHER_COUNTY)
                .get(ROOT + "persons/" + kept.id() + "/payments")
                .then()
                .statusCode(200)
                .body("[0].inSuspense", equalTo("380.00"));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("付不出去的退费可以撤回：款项回到应缴，待遇恢复，还能再次退费")
    void failedRefundIsTakenBack() {
        var person = paid("2023-11-02");
        var id = ordered(request(person, "military_service", "2023-12-20"));
        covered(person, false);
        at("county_approver", id, "withdrawal", Map.of("note", "本人不退了")).statusCode(409);
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        at("county_approver", id, "withdrawal", Map.of("note", "本人不退了"))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        covered(person, true);
        payments(person).body("[0].allocated", equalTo("380.00")).body("[0].refunded", equalTo("0.00"));
        ordered(request(person, "military_service", "2023-12-20"));
        payments(person).body("[0].refunded", equalTo("380.00"));
    }

    @Test
    @DisplayName("退费后当年重新登记：重新核定应缴，缴费后享受待遇")
    void whoRegistersAnewIsLeviedAnew() {
        var person = paid("2023-11-02");
        ordered(request(person, "military_service", "2023-12-20"));
        covered(person, false);
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "TERMINATED",
                "\"endedOn\":\"2023-12-20\",\"endReason\":\"military_service\"");
        var again =
                new World.Person(person.id(), UUID.randomUUID(), person.idNumber(), person.no(), person.household());
        world.enrolled(again);
        World.tax()
                .body(World.payment(again, "380.00", "2024-02-20"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("MATCHED"));
        covered(again, true);
    }

    @Test
    @DisplayName("第二十二条：征缴期内新认定为资助对象，应资助部分退回本人；不当作多缴随时退")
    void newlyRecognisedGetsTheSubsidyBack() {
        var person = paid("2023-11-02", "2023-11-03");
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[{"category":"minimum_living","from":"2024-01-15","to":null,
                 "organ":"MZ360902","recordedAt":"2024-01-15T00:00:00Z"}]}
                """.formatted(person.id()));
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        payments(person).body("allocated", equalTo(List.of("60.00", "0.00")));
        trial(request(person, "surplus", "")).body("amount", equalTo("380.00"));
        trial(request(person, "recognised_special", "2024-01-20")).statusCode(400);
        trial(request(person, "recognised_special", "2024-01-15"))
                .body("allowed", equalTo(true))
                .body("amount", equalTo("320.00"))
                .body("endsLevy", equalTo(false))
                .body("article", equalTo("第二十二条"));
        ordered(request(person, "surplus", ""));
        trial(request(person, "surplus", "")).body("allowed", equalTo(false)).body("code", equalTo("SUBSIDY_PART"));
        var id = ordered(request(person, "recognised_special", "2024-01-15"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "refunds/" + id)
                .then()
                .body("amount", equalTo("320.00"));
        covered(person, true);
        trial(request(person, "recognised_special", "2024-01-15")).body("allowed", equalTo(false));
    }

    @Test
    @DisplayName("第二十二条：征缴期后、享受期已开始才认定的，不再退费，也不能按多缴退")
    void recognisedAfterThePeriodBeganGetsNothing() {
        var person = paid("2023-11-02");
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[{"category":"minimum_living","from":"2024-05-15","to":null,
                 "organ":"MZ360902","recordedAt":"2024-05-15T00:00:00Z"}]}
                """.formatted(person.id()));
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        trial(request(person, "recognised_special", "2024-05-15"))
                .body("allowed", equalTo(false))
                .body("code", equalTo("BENEFIT_PERIOD_STARTED"));
        trial(request(person, "surplus", "")).body("allowed", equalTo(false)).body("code", equalTo("SUBSIDY_PART"));
    }

    @Test
    @DisplayName("收款人：本人须同名；死亡的由继承人收款，或原路退回")
    void payeeRules() {
        var person = paid("2023-11-02", "2023-11-03");
        var other = request(person, "surplus", "");
        other.put("payee", Map.of("name", "另一人", "account", "6222000011112222"));
        ask(other).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        var dead = request(paid("2023-11-02"), "death", "2023-12-20");
        dead.put("payee", Map.of("name", "测试甲", "account", "6222000011112222"));
        ask(dead).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        dead.put("payee", Map.of("name", "继承人", "account", "6222000011112222", "relation", "HEIR"));
        String id = ask(dead)
                .statusCode(201)
                .body(
                        "payeeDocuments.title",
                        equalTo(List.of("继承人身份和继承关系证明材料")),
                        "payeeDocuments[0].present",
                        equalTo(false))
                .extract()
                .path("refundId");
        RefundTest.paper(id, "死亡证明");
        at("county_approver", id, "approval", Map.of())
                .statusCode(409)
                .body("code", equalTo("REFUND_DOCUMENT_MISSING"), "detail", containsString("民法典"));
        handIn(id, "继承人身份和继承关系证明材料");
        at("county_approver", id, "approval", Map.of())
                .statusCode(200)
                .body("payeeDocuments[0].present", equalTo(true));
        World.tax()
                .get(ROOT + "refund-orders")
                .then()
                .body("find { it.refundId == '" + id + "' }.payee.account", equalTo("6222000011112222"))
                .body("find { it.refundId == '" + id + "' }.payeeMasked", not(equalTo("6222000011112222")));
    }

    private static void handIn(String id, String kind) {
        World.clerk()
                .contentType("multipart/form-data")
                .multiPart(new MultiPartSpecBuilder(kind)
                        .controlName("kind")
                        .mimeType("text/plain")
                        .charset(java.nio.charset.StandardCharsets.UTF_8)
                        .build())
                .multiPart("file", "paper.pdf", ("%PDF-1.7 " + kind).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(ROOT + "refunds/" + id + "/documents")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("付给受托人：须有授权委托书和受托人身份证件，复核人看到缺什么；付款失败后改付监护人的，补其材料才能重新下达；付给本人不要")
    void anotherPersonsAccountNeedsItsPapers() {
        var request = request(paid("2023-11-02", "2023-11-03"), "surplus", "");
        request.put("payee", Map.of("name", "受托人甲", "account", "6222000011112222", "relation", "AGENT"));
        String id = ask(request)
                .statusCode(201)
                .body("payeeDocuments.code", equalTo(List.of("power_of_attorney", "agent_identity")))
                .extract()
                .path("refundId");
        at("county_approver", id, "approval", Map.of())
                .statusCode(409)
                .body("code", equalTo("REFUND_DOCUMENT_MISSING"));
        handIn(id, "power_of_attorney");
        at("county_approver", id, "approval", Map.of()).statusCode(409).body("detail", containsString("受托人身份证件"));
        handIn(id, "受托人身份证件");
        at("county_approver", id, "approval", Map.of()).statusCode(200);
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已销户"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        at(
                        "county_reviewer",
                        id,
                        "payee",
                        Map.of("name", "监护人乙", "account", "6222000099998888", "relation", "GUARDIAN"))
                .statusCode(200)
                .body("payeeDocuments.code", equalTo(List.of("guardianship_proof")));
        var retry = World.as("county_approver", "county_approver", World.COUNTY);
        retry.post(ROOT + "refunds/" + id + "/retry?accountLastFour=8888")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFUND_DOCUMENT_MISSING"));
        handIn(id, "监护关系证明材料");
        World.as("county_approver", "county_approver", World.COUNTY)
                .post(ROOT + "refunds/" + id + "/retry?accountLastFour=8888")
                .then()
                .statusCode(200)
                .body("payeeRelation", equalTo("GUARDIAN"));
        var self = request(paid("2023-11-02", "2023-11-03"), "surplus", "");
        self.put("payee", Map.of("name", "测试甲", "account", "6222000011112222"));
        at("county_approver", ask(self).extract().path("refundId"), "approval", Map.of())
                .statusCode(200);
    }
}
