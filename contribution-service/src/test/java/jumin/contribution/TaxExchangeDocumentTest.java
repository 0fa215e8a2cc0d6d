package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jumin.contribution.levy.LevyView;
import jumin.contribution.payment.PaymentOutcome;
import jumin.contribution.payment.PaymentReceipt;
import jumin.contribution.payment.PaymentSubmission;
import jumin.contribution.reconciliation.DifferenceClass;
import jumin.contribution.reconciliation.ReconciliationSubmission;
import jumin.contribution.refund.ListRefundOrders;
import jumin.contribution.refund.RefundOrders;
import jumin.contribution.treasury.TreasuryConfirmation;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemCode;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/tax-exchange.md says what the service does: its fixtures are sent, its tables are compared with the code. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class TaxExchangeDocumentTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CODE = Pattern.compile("\\|`([A-Z_]+)`\\|(\\d{3})\\|([^|]+)\\|");
    private static final Pattern BAD_FILE =
            Pattern.compile("\\(tax-exchange/(bad-[a-z]+\\.txt)\\)\\|(\\d{3})\\|`([A-Z_]+)`");

    @Inject
    World world;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCS.resolve("tax-exchange.md")))
                .results()
                .toList();
    }

    private static ValidatableResponse file(String path, String name) throws IOException {
        return given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", name, Files.readAllBytes(DOCS.resolve("tax-exchange/" + name)), "text/plain")
                .post(ROOT + path)
                .then();
    }

    private static ValidatableResponse sent(String path, String name) throws IOException {
        return World.tax().body(example(name)).post(ROOT + path).then();
    }

    @Test
    @DisplayName("错误表与代码一致")
    void errorTableIsTheCode() throws IOException {
        var rows = found(CODE);
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            var problem = problem(row.group(1));
            assertEquals(problem.kind().status(), Integer.parseInt(row.group(2)), row.group(1));
            assertEquals(problem.title(), row.group(3), row.group(1));
        }
    }

    private static ProblemCode problem(String code) {
        return Stream.<ProblemCode>concat(
                        Arrays.stream(ContributionProblem.values()), Arrays.stream(PlatformProblem.values()))
                .filter(problem -> problem.name().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("税务会遇到的代码和状态都在文档里；差异类别也在")
    void nothingIsLeftOut() throws IOException {
        var codes = found(CODE).stream().map(row -> row.group(1)).toList();
        for (var problem : ContributionProblem.values()) {
            if (problem.name().matches("(PAYMENT|TREASURY_(CONFIRMATION|STAGE))_.*")
                    && problem != ContributionProblem.PAYMENT_ALREADY_ASSIGNED) {
                assertTrue(codes.contains(problem.name()), problem.name());
            }
        }
        var text = Files.readString(DOCS.resolve("tax-exchange.md"));
        for (var outcome : PaymentOutcome.values()) {
            assertTrue(text.contains("|`" + outcome.name() + "`|"), outcome.name());
        }
        for (var type : DifferenceClass.values()) {
            assertTrue(text.contains(type.title()), type.title());
        }
    }

    @Test
    @DisplayName("应缴、退库指令的字段都在文档里；样例只用这些字段；退库结果样例可以读入")
    void levyAndRefundAreDescribed() throws IOException {
        described(PaymentSubmission.class);
        described(TreasuryConfirmation.class);
        described(ReconciliationSubmission.class);
        described(PaymentReceipt.class);
        described(LevyView.class, "levies.json", tree -> tree.path("items").path(0));
        described(ListRefundOrders.RefundOrder.class, "refund-orders.json", tree -> tree.path(0));
        var result = json.readValue(example("refund-result.json"), RefundOrders.RefundResult.class);
        assertEquals(RefundOrders.Outcome.PAID, result.outcome());
    }

    private void described(Class<? extends Record> view, String name, UnaryOperator<JsonNode> first)
            throws IOException {
        var fields = described(view);
        var used = new ArrayList<String>();
        first.apply(json.readTree(example(name))).fieldNames().forEachRemaining(used::add);
        assertTrue(used.size() > 5 && fields.containsAll(used), () -> name + " " + used);
    }

    /** Each field stands in the text, in a table or in an answer that is shown. */
    private static List<String> described(Class<? extends Record> view) throws IOException {
        var fields = Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var text = Files.readString(DOCS.resolve("tax-exchange.md"));
        fields.forEach(
                field -> assertTrue(text.contains("`" + field + "`") || text.contains("\"" + field + "\":"), field));
        return fields;
    }

    private static String example(String name) throws IOException {
        return Files.readString(DOCS.resolve("tax-exchange/" + name));
    }

    @Test
    @DisplayName("坏文件样例得到文档所写的答复")
    void badFilesAnswerAsWritten() throws IOException {
        var rows = found(BAD_FILE);
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            file("payment-files", row.group(1))
                    .statusCode(Integer.parseInt(row.group(2)))
                    .body("code", equalTo(row.group(3)));
        }
    }

    @Test
    @DisplayName("好文件和报文样例都被接受")
    void examplesAreAccepted() throws IOException {
        file("payment-files", "payments-gb18030.txt").statusCode(202).body("charset", equalTo("GB18030"));
        file("payment-files", "payments-utf8.txt").statusCode(202).body("charset", equalTo("UTF-8"));
        sent("payments", "payment.json").statusCode(200).body("outcome", equalTo("NOBODY"));
        sent("payments", "reversal.json").statusCode(200).body("outcome", equalTo("REVERSED"));
        sent("treasury-confirmations", "treasury.json").statusCode(200).body("booked", equalTo(1));
        sent("reconciliations", "reconciliation.json").statusCode(201).body("totals.taxCount", equalTo(1));
        file("reconciliation-files", "reconciliation.txt").statusCode(202);
    }
}
