package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jumin.regulation.Money;
import jumin.testing.Tokens;

/**
 * 税务局模拟器: the bureau's side with a memory of its own. It collects whatever happens, pushes what it can, keeps what it
 * could not push for the nightly file, and reconciles from its own records.
 */
final class TaxBureau {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What the bureau booked. */
    private record Voucher(String no, World.Person person, String amount, LocalDate on, String reverses) {}

    private final int year;
    private final List<Voucher> vouchers = new ArrayList<>();
    private final Set<String> receipted = new HashSet<>();
    private final Map<LocalDate, byte[]> files = new LinkedHashMap<>();
    private boolean reachable = true;

    TaxBureau(int benefitYear) {
        year = benefitYear;
    }

    void line(boolean up) {
        reachable = up;
    }

    /** Takes money; pushes it at once when the line is up. */
    String collects(World.Person person, String amount, LocalDate on) {
        var voucher = new Voucher("B" + World.next() + "000000", person, amount, on, "");
        vouchers.add(voucher);
        push(voucher);
        return voucher.no();
    }

    /** Pushes again whatever it has no receipt for; true when there is nothing left. */
    boolean resends() {
        vouchers.forEach(this::push);
        return vouchers.stream().map(Voucher::no).allMatch(receipted::contains);
    }

    private void push(Voucher voucher) {
        if (reachable && !receipted.contains(voucher.no())) {
            var answer = World.tax().body(pushed(voucher)).post(ROOT + "payments");
            if (answer.statusCode() == 200) {
                receipted.add(voucher.no());
            }
        }
    }

    /** What was refused for good has not happened. */
    void withdraws(Predicate<String> voucherNo) {
        vouchers.removeIf(voucher -> voucherNo.test(voucher.no()));
    }

    List<String> collected() {
        return standing().stream().map(Voucher::no).toList();
    }

    List<String> all() {
        return vouchers.stream().map(Voucher::no).toList();
    }

    void reverses(String no, LocalDate on) {
        var original = vouchers.stream()
                .filter(voucher -> voucher.no().equals(no))
                .findFirst()
                .orElseThrow();
        if (reversed(original)) {
            return;
        }
        vouchers.add(new Voucher("C" + World.next() + "000000", original.person(), original.amount(), on, no));
    }

    /** Closes a day: its file is made once and never again. */
    void closes(LocalDate day) {
        var file = new TaxFile().year(year).of(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        vouchers.stream().filter(voucher -> voucher.on().equals(day)).forEach(voucher -> {
            if (voucher.reverses().isEmpty()) {
                file.pays(voucher.no(), voucher.person(), "测试甲", voucher.amount());
            } else {
                file.reverses(voucher.no(), voucher.reverses(), voucher.amount());
            }
        });
        files.put(day, file.bytes(GB18030));
    }

    /** Sends the file of a day and waits until it is worked off. */
    ValidatableResponse sends(LocalDate day) throws InterruptedException {
        String id = given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", day + ".txt", files.get(day), "text/plain")
                .post(ROOT + "payment-files")
                .then()
                .statusCode(202)
                .extract()
                .path("fileId");
        for (var until = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < until; ) {
            var file = World.tax().get(ROOT + "payment-files/" + id);
            var job = World.tax().get(ROOT + "jobs/" + file.path("jobId")).path("state");
            if (!"QUEUED".equals(job) && !"RUNNING".equals(job)) {
                return World.tax().get(ROOT + "payment-files/" + id).then();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not booked in time");
    }

    /** The treasury tells the bureau what it received, the bureau tells us. */
    ValidatableResponse confirmsTreasury(LocalDate on) {
        return World.tax()
                .body(standing().stream()
                        .map(voucher -> Map.of(
                                "voucherNo",
                                voucher.no(),
                                "stage",
                                "RECEIVED",
                                "amount",
                                voucher.amount(),
                                "confirmedOn",
                                on.toString()))
                        .toList())
                .post(ROOT + "treasury-confirmations")
                .then();
    }

    ValidatableResponse reconciles(LocalDate from, LocalDate to) {
        var body = new HashMap<String, Object>(
                Map.of("taxOrgan", World.ORGAN, "benefitYear", year, "from", from.toString(), "to", to.toString()));
        var sum =
                standing().stream().map(voucher -> Money.yuan(voucher.amount())).reduce(Money.ZERO, Money::plus);
        body.put("totals", Map.of("count", standing().size(), "sum", sum.toString()));
        body.put("treasuryThrough", to.toString());
        body.put(
                "details",
                vouchers.stream()
                        .filter(voucher -> voucher.reverses().isEmpty())
                        .map(voucher -> Map.of(
                                "voucherNo",
                                voucher.no(),
                                "amount",
                                voucher.amount(),
                                "paidOn",
                                voucher.on().toString(),
                                "status",
                                reversed(voucher) ? "REVERSED" : "NORMAL"))
                        .toList());
        return World.tax().body(body).post(ROOT + "reconciliations").then();
    }

    private List<Voucher> standing() {
        return vouchers.stream()
                .filter(voucher -> voucher.reverses().isEmpty() && !reversed(voucher))
                .toList();
    }

    private boolean reversed(Voucher voucher) {
        return vouchers.stream().anyMatch(other -> other.reverses().equals(voucher.no()));
    }

    private Map<String, Object> pushed(Voucher voucher) {
        if (!voucher.reverses().isEmpty()) {
            return Map.of(
                    "voucherNo",
                    voucher.no(),
                    "kind",
                    "REVERSAL",
                    "reverses",
                    voucher.reverses(),
                    "benefitYear",
                    year,
                    "amount",
                    voucher.amount(),
                    "paidOn",
                    voucher.on().toString());
        }
        return Map.of(
                "voucherNo",
                voucher.no(),
                "idNumber",
                voucher.person().idNumber(),
                "name",
                "测试甲",
                "benefitYear",
                year,
                "amount",
                voucher.amount(),
                "paidOn",
                voucher.on().toString());
    }
}
