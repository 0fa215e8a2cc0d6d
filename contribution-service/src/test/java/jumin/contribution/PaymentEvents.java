package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import jumin.testing.Tokens;

/** What may happen to one person's year, drawn by chance: registration, payments by wire or file, reversals, the treasury's word. */
final class PaymentEvents {

    private PaymentEvents() {}

    /** False when it must be sent again later. */
    interface Event {
        boolean happens();
    }

    /** What enrollment tells of a registration: each time how it stands now, first that it was made. */
    private static final class Registration {

        private final World world;
        private final World.Person person;
        private final String subsidy;
        private boolean made;
        private String end = "";

        Registration(World world, World.Person person, String subsidy) {
            this.world = world;
            this.person = person;
            this.subsidy = subsidy;
        }

        boolean isMade() {
            made = true;
            return told();
        }

        boolean ends(String day) {
            if (!made) {
                return false;
            }
            end = "\"endedOn\":\"" + day + "\",\"endReason\":\"employee_insurance\"";
            return told();
        }

        private boolean told() {
            world.enrollment(person, 2024, "ordinary", subsidy, end.isEmpty() ? "ENROLLED" : "TERMINATED", end);
            return true;
        }
    }

    /**
     * @param aided whether aid for insurance elsewhere is granted as well
     */
    static List<Event> of(World world, World.Person person, Residence residence, boolean aided, Random story) {
        var poor = story.nextBoolean();
        var events = new ArrayList<Event>();
        events.add(residence::isTold);
        var registration = new Registration(world, person, poor ? World.MINIMUM_LIVING : World.NOT_SUBSIDISED);
        events.add(registration::isMade);
        if (story.nextInt(3) == 0) {
            var day = "2024-0%d-15".formatted(1 + story.nextInt(4));
            events.add(() -> registration.ends(day));
        }
        if (aided) {
            events.addAll(AidElsewhereEvents.of(world, person, story));
        }
        var amounts = List.of("380.00", "60.00", "300.00", "80.00", "0.01");
        for (var i = 0; i < 4; i++) {
            var payment = World.payment(
                    person,
                    amounts.get(story.nextInt(amounts.size())),
                    "2024-0%d-1%d".formatted(1 + story.nextInt(4), i));
            var file = new TaxFile()
                    .of(((String) payment.get("paidOn")).replace("-", ""))
                    .pays((String) payment.get("voucherNo"), person, "测试甲", (String) payment.get("amount"))
                    .bytes(StandardCharsets.UTF_8);
            var byFile = story.nextInt(3) == 0;
            events.add(() -> byFile ? filed(file) : sent(payment));
            if (story.nextInt(3) == 0) {
                events.add(() -> sent(reversal(payment)));
            }
            if (story.nextBoolean()) {
                events.add(() -> confirmed(payment, "RECEIVED"));
            }
            if (story.nextInt(3) == 0) {
                events.add(() -> confirmed(payment, "REMITTED"));
            }
        }
        for (var moves = residence.tellings() - 1; moves > 0; moves--) {
            events.add(1 + story.nextInt(events.size()), residence::isTold);
        }
        return events;
    }

    private static Map<String, Object> reversal(Map<String, Object> payment) {
        var reversal = new HashMap<>(payment);
        reversal.remove("idNumber");
        reversal.put("voucherNo", "R" + payment.get("voucherNo"));
        reversal.put("kind", "REVERSAL");
        reversal.put("reverses", payment.get("voucherNo"));
        return reversal;
    }

    private static boolean sent(Map<String, Object> payment) {
        var status = World.tax().body(payment).post(ROOT + "payments").statusCode();
        assertTrue(status == 200 || status == 422 || status >= 500 || status == 409, "status " + status);
        return status == 200;
    }

    /** By the nightly file; true when its lines are booked. */
    private static boolean filed(byte[] content) {
        var answer = given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", "day.txt", content, "text/plain")
                .post(ROOT + "payment-files");
        if (answer.statusCode() != 202) {
            return false;
        }
        String id = answer.path("fileId");
        for (var i = 0; i < 300; i++) {
            var file = World.tax().get(ROOT + "payment-files/" + id).jsonPath();
            var job = World.tax().get(ROOT + "jobs/" + file.getString("jobId")).path("state");
            if (!"QUEUED".equals(job) && !"RUNNING".equals(job)) {
                return file.getInt("open") == 0 && file.getInt("accepted") == 1;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    private static boolean confirmed(Map<String, Object> payment, String stage) {
        var answer = World.tax()
                .body(List.of(Map.of(
                        "voucherNo",
                        payment.get("voucherNo"),
                        "stage",
                        stage,
                        "amount",
                        payment.get("amount"),
                        "confirmedOn",
                        "2024-05-01")))
                .post(ROOT + "treasury-confirmations");
        return answer.statusCode() == 200 && answer.jsonPath().getInt("refused") == 0;
    }
}
