package jumin.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Packed;
import jumin.platform.sql.Sql;

/**
 * 幂等: what moves money or people happens once per caller and key.
 * The key is claimed by the first statement of the same transaction that does the work; a second caller waits on it and
 * then reads the stored answer. Only successful answers are stored: a refused request may be corrected and sent again.
 */
@Singleton
public class Once {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 128;
    private static final String HOW = "每笔业务用一个新的唯一编号；重发同一笔业务时用原编号";

    /** Visible ASCII: it travels in a header and stands in messages and logs as it is. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");

    private final Sql sql;
    private final Packed packed;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Failpoints failpoints;

    Once(Sql sql, Packed packed, ObjectMapper json, CurrentCaller caller, Clock clock, Failpoints failpoints) {
        this.sql = sql;
        this.packed = packed;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
        this.failpoints = failpoints;
    }

    /** What the work answers. */
    public record Answer(int status, Object body, String location) {

        public static Answer ok(Object body) {
            return new Answer(200, body, "");
        }

        public static Answer created(Object body, String location) {
            return new Answer(201, body, location);
        }

        public static Answer accepted(Object body, String location) {
            return new Answer(202, body, location);
        }
    }

    /** 报文: a request of a caller, by its key; the fingerprint tells its content. */
    public record Message(String client, String key, String fingerprint) {}

    /** What of an answer is stored with what was written for its message. */
    public record Kept(byte[] body, String location) {}

    /** The answer to a message, as it is stored; without a body and a location where these stand with what was written for it. */
    public record Stored(String fingerprint, int status, String location, byte[] body) {

        private Stored with(Supplier<Kept> elsewhere) {
            if (body.length > 0) {
                return this;
            }
            var kept = elsewhere.get();
            return new Stored(fingerprint, status, kept.location(), kept.body());
        }
    }

    /**
     * Does the work unless it has been done.
     *
     * @param operation names the kind of request: the same key for another operation is another request
     * @param key from the header {@value #HEADER}, the national message id, or a voucher number; null is refused
     * @param request the parsed request: the same key with another request is refused
     */
    @Transactional
    public Response answer(String operation, String key, Object request, Supplier<Answer> work) {
        var message = message(operation, key, request);
        if (!claim(message)) {
            return replay(
                    message,
                    find(message)
                            .orElseThrow(() ->
                                    new ProblemException(PlatformProblem.REQUEST_IN_PROGRESS, "同一请求正在处理，请稍后用原编号重发。")));
        }
        var stored = stored(message, work.get());
        store(message, stored);
        failpoints.reach("idempotent-before-commit");
        return response(stored).build();
    }

    /** For work that stores its answer itself, in one statement with everything else that it writes: which message it is. */
    public Message message(String operation, String key, Object request) {
        return new Message(caller.get().id(), checked(key), fingerprint(operation, request));
    }

    /** What is to be stored as the answer to a message. */
    public Stored stored(Message message, Answer answer) {
        return new Stored(message.fingerprint(), answer.status(), answer.location(), bytes(answer.body()));
    }

    /** As below, of an answer that is stored whole. */
    public Response replay(Message message, Stored stored) {
        return replay(message, stored, () -> {
            throw new IllegalStateException("the answer to " + message.key() + " is stored elsewhere");
        });
    }

    /**
     * The stored answer once more; a message of another content under the same key is refused.
     *
     * @param elsewhere where the stored answer has no body
     */
    public Response replay(Message message, Stored stored, Supplier<Kept> elsewhere) {
        if (!stored.fingerprint().equals(message.fingerprint())) {
            throw new ProblemException(
                    PlatformProblem.IDEMPOTENCY_KEY_REUSED, "编号 " + message.key() + " 已用于另一内容的请求；新业务请换新的编号。");
        }
        return response(stored.with(elsewhere)).header(REPLAYED, "true").build();
    }

    public Response.ResponseBuilder response(Stored stored) {
        var response = Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(stored.body());
        return stored.location().isEmpty() ? response : response.header("Location", stored.location());
    }

    /** The answer to a message, if it has one. */
    public Optional<Stored> find(Message message) {
        return sql.first(
                "select fingerprint, status, location, coalesce(body, '') from idempotency"
                        + " where client = ? and key = ? and status is not null",
                row -> new Stored(row.getString(1), row.getInt(2), row.getString(3), packed.unpack(row.getBytes(4))),
                message.client(),
                message.key());
    }

    private static String checked(String key) {
        if (key == null || key.isBlank()) {
            throw ProblemException.field(
                    PlatformProblem.IDEMPOTENCY_KEY_REQUIRED, "?" + HEADER, "请求头 " + HEADER + " 必填", HOW);
        }
        if (!FORM.matcher(key).matches()) {
            throw ProblemException.field(
                    PlatformProblem.IDEMPOTENCY_KEY_INVALID,
                    "?" + HEADER,
                    "编号应为 1 至 " + LONGEST_KEY + " 个可见的 ASCII 字符（字母、数字和符号，不含空格和汉字）",
                    HOW);
        }
        return key;
    }

    private boolean claim(Message message) {
        var claimed =
                sql.update("""
                insert into idempotency (client, key, fingerprint, claimed_at) values (?, ?, ?, ?)
                on conflict (client, key) do nothing
                """, message.client(), message.key(), message.fingerprint(), OffsetDateTime.now(clock));
        return claimed == 1;
    }

    private void store(Message message, Stored stored) {
        sql.update(
                "update idempotency set status = ?, location = ?, body = ? where client = ? and key = ?",
                stored.status(),
                stored.location(),
                packed.pack(stored.body()),
                message.client(),
                message.key());
    }

    /** Map entries in the order of their keys: the order of {@code Map.of} changes with every start of the JVM. */
    private String fingerprint(String operation, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
            var ordered =
                    json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsBytes(request);
            return HexFormat.of().formatHex(digest.digest(ordered));
        } catch (NoSuchAlgorithmException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
