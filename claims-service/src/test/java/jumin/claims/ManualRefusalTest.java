package jumin.claims;

import static jumin.claims.Api.*;
import static jumin.claims.ManualClaimTest.ALL;
import static jumin.claims.ManualClaimTest.step;
import static jumin.claims.ManualClaimTest.taken;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.testing.Tokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A manual claim that came too late, or was never completed: refused as a decision, and taken up again by another. */
@ClaimsTest
class ManualRefusalTest extends Care {

    private static final String LANGFANG_COUNTY = "131000/131002/";

    private static RequestSpecification langfang(String login) {
        return as(Tokens.staff("county_approver", login, LANGFANG_COUNTY));
    }

    private static ValidatableResponse refuse(RequestSpecification by, String id, String key, String ground) {
        return post(
                by,
                "manual-claims/" + id + "/refusal",
                key,
                "{\"ground\": \"%s\", \"text\": \"已告知申请人\"}".formatted(ground));
    }

    private static ValidatableResponse reopen(RequestSpecification by, String id) {
        return post(by, "manual-claims/" + id + "/reopening", key(), "{\"text\": \"复核后重新办理\"}");
    }

    private static String late(UUID person) {
        return post(OtherCity.reviewer(), "manual-claims", key(), """
                        {"provider": "%s", "documents": ["id_card"], "relation": "SELF", "hadOperation": false,
                         "payee": {"name": "廊某", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                        """.formatted(
                                OtherCity.HOSPITAL,
                                Bills.ofPerson(person)
                                        .item("A-SERVICE", "100", "100", "10000.00")
                                        .json()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String printed(RequestSpecification by, String path) throws IOException {
        var pdf = by.accept("application/pdf")
                .get(BASE + path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target/manual-refusal.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }

    @Test
    @DisplayName("廊坊第三十五条：逾期未获批准的，另一人写明理由决定不予报销；同一请求一次；通知书写明截止日和条款；另一人可以重新办理、批准逾期受理")
    void whatCameTooLateIsRefusedByAPerson() throws IOException {
        var elsewhere = new OtherCity(feeds);
        var person = elsewhere.covered("廊某");
        var id = late(person);
        var key = key();

        refuse(as(Tokens.staff("county_approver", "reviewer", LANGFANG_COUNTY)), id, key(), "LATE")
                .statusCode(409)
                .body("code", equalTo("MANUAL_NEEDS_OTHER_PERSON"));
        refuse(langfang("approver"), id, key, "LATE").statusCode(200).body("state", equalTo("REFUSED"));
        refuse(langfang("approver"), id, key, "LATE").statusCode(200).body("state", equalTo("REFUSED"));
        refuse(langfang("approver"), id, key(), "LATE").statusCode(409).body("code", equalTo("MANUAL_STATE_DIFFERS"));
        step(OtherCity.reviewer(), id, "first-review").statusCode(409);

        OtherCity.reviewer()
                .get(BASE + "manual-claims/" + id + "/refusal-notice")
                .then()
                .statusCode(200)
                .body("document.article", equalTo("第三十五条"), "document.ground", equalTo("LATE"))
                .body(
                        "document.last",
                        matchesPattern("2024-\\d\\d-\\d\\d"),
                        "document.release",
                        not(blankOrNullString()))
                .body("name", equalTo("廊*"), "opinion", equalTo("已告知申请人"));
        assertThat(
                printed(OtherCity.reviewer(), "manual-claims/" + id + "/refusal-notice"),
                allOf(
                        containsString("第三十五条"),
                        containsString("申请截止日2024"),
                        containsString("行政复议"),
                        containsString("批准逾期受理")));
        assertThat(printed(OtherCity.reviewer(), "manual-claims/" + id + "/receipt"), containsString("不予报销超过申请期限"));
        approver().get(BASE + "manual-claims/" + id + "/refusal-notice").then().statusCode(404);

        var again = late(person);
        reopen(langfang("approver"), id).statusCode(409).body("code", equalTo("MANUAL_NEEDS_OTHER_PERSON"));
        reopen(langfang("approver2"), id).statusCode(409).body("code", equalTo("CARE_ALREADY_CLAIMED"));
        step(OtherCity.reviewer(), again, "withdrawal").statusCode(200);
        reopen(langfang("approver2"), id).statusCode(200).body("state", equalTo("SUBMITTED"));
        OtherCity.reviewer()
                .get(BASE + "manual-claims/" + id + "/refusal-notice")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_NOT_DUE"));
        step(langfang("approver2"), id, "late-approval").statusCode(200).body("lateApprovedBy", equalTo("approver2"));
        refuse(langfang("approver"), id, key(), "LATE").statusCode(422).body("code", equalTo("REFUSAL_UNFOUNDED"));
    }

    @Test
    @DisplayName("第四十八条：退回补正后材料仍不全的，不予报销，写明缺什么；没有退回过的、材料齐全的、条文没有期限的，不能以此为由")
    void whatIsNeverCompletedIsRefused() throws IOException {
        var id = taken(covered("金某"), "\"fee_receipt\"");
        refuse(approver(), id, key(), "INCOMPLETE").statusCode(409).body("code", equalTo("MANUAL_STATE_DIFFERS"));
        refuse(approver(), id, key(), "LATE").statusCode(422).body("code", equalTo("REFUSAL_UNFOUNDED"));
        step(reviewer(), id, "return").statusCode(200);
        refuse(reviewer(), id, key(), "INCOMPLETE").statusCode(403);
        refuse(approver(), id, key(), "INCOMPLETE")
                .statusCode(200)
                .body("state", equalTo("REFUSED"), "missing", hasSize(3));
        assertThat(
                printed(clerk(TOWNSHIP), "manual-claims/" + id + "/refusal-notice"),
                allOf(containsString("费用明细单"), containsString("第四十八条"), containsString("补齐材料后")));
        reopen(secondApprover(), id).statusCode(200).body("state", equalTo("RETURNED"));

        var whole = taken(covered("金某"), ALL);
        step(reviewer(), whole, "return").statusCode(200);
        refuse(approver(), whole, key(), "INCOMPLETE").statusCode(422).body("code", equalTo("REFUSAL_UNFOUNDED"));
    }

    @Test
    @DisplayName("多人同时决定不予报销：恰好一个成功，一份通知书")
    void manyAtOnceRefuseOnce() throws Exception {
        var id = taken(covered("金某"), "\"fee_receipt\"");
        step(reviewer(), id, "return").statusCode(200);
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 12; i++) {
            var by = as(Tokens.staff("county_approver", "approver-" + i, COUNTY));
            tasks.add(() -> refuse(by, id, key(), "INCOMPLETE").extract().statusCode());
        }
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tasks)) {
                codes.add(answer.get());
            }
        }
        assertThat(codes.stream().filter(code -> code == 200).toList(), hasSize(1));
        assertThat(codes.stream().filter(code -> code == 409).toList(), hasSize(11));
    }
}
