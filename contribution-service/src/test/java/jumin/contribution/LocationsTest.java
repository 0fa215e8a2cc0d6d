package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Location: whoever made something can go there and see it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LocationsTest extends RefundCalls {

    private static final Pattern PATH = Pattern.compile("^  (/api/contribution/v1/\\S+):$");
    private static final Pattern MADE = Pattern.compile("^        \"20[12]\":$");

    /** By path, so that the walk can be held against the committed interface. */
    private final TreeSet<String> walked = new TreeSet<>();

    private void leads(Supplier<RequestSpecification> caller, Object body, String template, Object... parts) {
        var path = template;
        for (var part : parts) {
            path = path.replaceFirst("\\{[a-z]+\\}", part.toString());
        }
        var location = caller.get()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(ROOT + path)
                .then()
                .extract();
        follows(caller, template, location.statusCode(), location.header("Location"));
    }

    private void sends(String path, byte[] file) {
        var answer = World.tax()
                .contentType("multipart/form-data")
                .multiPart("file", "a.txt", file)
                .post(ROOT + path)
                .then()
                .extract();
        follows(World::tax, path, answer.statusCode(), answer.header("Location"));
    }

    private void follows(Supplier<RequestSpecification> caller, String made, int status, String location) {
        assertTrue(status == 201 || status == 202, made + " answered " + status);
        assertEquals(
                200,
                caller.get().get(location).then().extract().statusCode(),
                "the Location of " + made + " leads to " + location);
        walked.add("/api/contribution/v1/" + made);
    }

    private static Supplier<RequestSpecification> staff(String role, String division) {
        return () -> World.as(role, role, division);
    }

    @Test
    @DisplayName("每个 201、202 的 Location 对办理人都查得到")
    void everyLocationLeadsSomewhere() throws IOException {
        var person = paid("2023-11-02", "2023-11-03");
        var finance = staff("finance", "360900/");
        leads(finance, Map.of("area", World.AREA, "benefitYear", 2024), "levy-runs");
        leads(World::clerk, request(person, "surplus", ""), "refunds");
        leads(World::clerk, visit(person), "visits");
        leads(staff("county_reviewer", World.COUNTY), history(), "persons/{id}/insurance-histories", person.id());
        money(finance);
        treasury(person);
        sends(
                "payment-files",
                new TaxFile()
                        .pays("L" + World.next() + "000000", person, "测试甲", "380.00")
                        .bytes(StandardCharsets.UTF_8));
        reconciled();
        var forgotten = committed();
        forgotten.removeAll(walked);
        forgotten.remove(BY_HEAD);
        assertEquals(new TreeSet<String>(), forgotten);
    }

    /** SubsidyByHeadTest follows it: it needs a year of its own. */
    private static final String BY_HEAD = "/api/contribution/v1/government-subsidies/by-head";

    private static Map<String, Object> visit(World.Person person) {
        return Map.of(
                "personId",
                person.id().toString(),
                "benefitYear",
                2024,
                "visitedOn",
                "2023-12-01",
                "reason",
                "WILL_PAY");
    }

    private static Map<String, Object> history() {
        return Map.of("benefitYear", 2024, "lapseYears", 0, "repairedYears", 0, "evidence", "外省参保凭证 演示0002");
    }

    private void money(Supplier<RequestSpecification> finance) {
        var subsidy = Map.of(
                "divisionPath", "360900/",
                "benefitYear", 2024,
                "level", "PROVINCIAL",
                "amount", "1.00",
                "decisionNumber", "演示3号");
        leads(finance, subsidy, "government-subsidies");
        leads(finance, FundCalls.receipt("INTEREST", null, "1.00", "LX" + World.next()), "fund-receipts");
        var poor = World.somebody();
        world.person(poor, World.VILLAGE);
        world.enrollment(poor, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        leads(finance, Map.of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance"), "aid-bills");
    }

    private void treasury(World.Person person) {
        String voucher = payments(person).extract().path("[0].voucherNo");
        World.tax()
                .body(List.of(Map.of(
                        "voucherNo", voucher,
                        "stage", "RECEIVED",
                        "amount", "380.00",
                        "confirmedOn", "2023-11-04",
                        "documentNo", "RK" + World.next())))
                .post(ROOT + "treasury-confirmations")
                .then()
                .statusCode(200);
        var finance = staff("finance", World.COUNTY);
        String confirmation = finance.get()
                .get(ROOT + "treasury-confirmations?voucherNo=" + voucher)
                .then()
                .extract()
                .path("items[0].confirmationId");
        leads(finance, Map.of("reason", "回单录错"), "treasury-confirmations/{id}/reversal", confirmation);
    }

    private void reconciled() {
        var none = Map.of(
                "taxOrgan",
                World.ORGAN,
                "benefitYear",
                2024,
                "from",
                "2023-09-03",
                "to",
                "2023-09-03",
                "totals",
                Map.of("count", 0, "sum", "0.00"),
                "details",
                List.of());
        leads(World::tax, none, "reconciliations");
        var day = "20230904";
        var body = "H|JUMIN-RECONCILIATION-1|" + World.ORGAN + "|2024|" + day + "|" + day + "||0\n";
        sends("reconciliation-files", closed(body));
    }

    private static byte[] closed(String lines) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            var hash = java.util.HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.US_ASCII)));
            return (lines + "T|0|0.00|" + hash + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The operations that the interface says make something; what is not walked above has been forgotten. */
    private static TreeSet<String> committed() throws IOException {
        var made = new TreeSet<String>();
        var path = "";
        for (var line : Files.readAllLines(Path.of("src/main/openapi/openapi.yaml"))) {
            var found = PATH.matcher(line);
            if (found.matches()) {
                path = found.group(1);
            }
            if (MADE.matcher(line).matches()) {
                made.add(path);
            }
        }
        return made;
    }
}
