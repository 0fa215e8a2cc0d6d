package jumin.claims.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import jumin.testing.Tokens;

/**
 * A hospital's system under faults: it sends one message after the other and repeats each under its own id until it knows
 * what became of it. What it was told it writes down.
 */
final class Hospital {

    private static final Pattern ID = Pattern.compile("\"settlementId\":\"([^\"]+)\"");
    private static final int REVERSALS_IN_TEN = 2;

    private final int port;
    private final String code;
    private final int persons;
    private final Nights nights;
    private final String token;
    private final List<Told> told = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int repeated;
    private int refused;
    private int wrong;
    private Wire wire;

    /** @param nights of the persons, shared by all hospitals */
    Hospital(int port, String code, int persons, Nights nights) {
        this.port = port;
        this.code = code;
        this.persons = persons;
        this.nights = nights;
        this.token = Tokens.hospital(code);
    }

    /** A message and the answer that was given to it. */
    record Told(String hospital, String key, String path, String body, int status, String answer) {

        String settlement() {
            var id = ID.matcher(answer);
            return id.find() ? id.group(1) : "";
        }
    }

    List<Told> told() {
        return told;
    }

    /** How often a message was sent again because the answer did not come. */
    int repeated() {
        return repeated;
    }

    /** Reversals that came too late: a reversal before it has made this settlement be decided again. */
    int refused() {
        return refused;
    }

    /** Answers that ought not to have been given. */
    int wrong() {
        return wrong;
    }

    void workUntil(long end) throws Exception {
        while (System.nanoTime() < end) {
            var draw = ThreadLocalRandom.current();
            if (!open.isEmpty() && draw.nextInt(10) < REVERSALS_IN_TEN) {
                var settlement = open.remove(draw.nextInt(open.size()));
                send("settlements/" + settlement + "/reversal", "{\"reason\":\"收费有误\"}");
            } else {
                var amount = draw.nextInt(1, 2000) + ".00";
                var answer = send("settlements", bill(draw.nextInt(1, persons + 1), draw.nextInt(1, 60), amount));
                if (answer.status() == 201) {
                    open.add(answer.settlement());
                }
            }
        }
    }

    private String bill(int person, int items, String amount) {
        return City.bill(City.person(person), nights.next(person), items, amount);
    }

    private Told send(String path, String body) throws Exception {
        var key = UUID.randomUUID().toString();
        var answer = untilAnswered(path, key, body);
        var result = new Told(code, key, path, body, answer.status(), answer.text());
        if (answer.status() == 201) {
            told.add(result);
        } else if (path.endsWith("reversal") && answer.text().contains("ALREADY_REVERSED")) {
            refused++;
        } else {
            wrong++;
            System.out.println("  ✗ " + answer.status() + " " + answer.text());
        }
        return result;
    }

    private Wire.Answer untilAnswered(String path, String key, String body) throws Exception {
        while (true) {
            try {
                if (wire == null) {
                    wire = new Wire(port);
                }
                var answer = wire.post(path, token, key, body.getBytes(StandardCharsets.UTF_8));
                if (answer.status() < 500
                        && !answer.text().contains("REQUEST_IN_PROGRESS")
                        && !answer.text().contains("CONCURRENT_CHANGE")) {
                    return answer;
                }
            } catch (IOException cut) {
                if (wire != null) {
                    wire.close();
                    wire = null;
                }
            }
            repeated++;
            Thread.sleep(50);
        }
    }

    /** Sends a message once more: the answer must be the one that was given. */
    boolean isToldTheSame(Told one) throws Exception {
        var answer = untilAnswered(one.path(), one.key(), one.body());
        return answer.status() == one.status() && answer.text().equals(one.answer());
    }
}
