package jumin.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** 经网关的 HTTP: each request in somebody's name. */
public final class Http {

    private static final int MOST_SHOWN = 300;

    private final Settings settings;
    private final Line line;
    private final Logins logins;

    public Http(Settings settings, PrintStream out) {
        this.settings = settings;
        this.line = new Line(settings.patience(), out);
        this.logins = new Logins(settings, line);
    }

    /** Whatever the answer is. */
    public Reply ask(Actor actor, Request request) {
        var builder = HttpRequest.newBuilder(URI.create(settings.gateway() + request.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + logins.bearer(actor))
                .header("Accept", request.accept() + ", application/problem+json")
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        if (!request.contentType().isEmpty()) {
            builder.header("Content-Type", request.contentType());
        }
        request.key().ifPresent(key -> builder.header("Idempotency-Key", key));
        return line.send(builder.build(), service(request.path()));
    }

    /** The answer of a request that must succeed. */
    public Reply send(Actor actor, Request request) {
        var reply = ask(actor, request);
        if (!reply.ok()) {
            throw new StoryStopped(actor.title() + " 的请求 " + request.method() + " " + request.path() + " 没有成功："
                    + reply.problem() + " " + reply.cure().orElse("请看 ./jumin logs " + part(request.path())));
        }
        return reply;
    }

    public JsonNode json(Actor actor, Request request) {
        return send(actor, request).json();
    }

    /** Reads again until it is as wished: another service learns by feed, a job needs its time. */
    public JsonNode until(String what, Supplier<JsonNode> read, Predicate<JsonNode> wished) {
        var deadline = System.nanoTime() + settings.patience().toNanos();
        for (var found = read.get(); ; found = read.get()) {
            if (wished.test(found)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new StoryStopped("等了 " + settings.patience().toSeconds() + " 秒，" + what + "仍没有完成。最后看到："
                        + beginning(found.toString()) + " 数据若已手工改动，请 ./jumin reset 后再演示。");
            }
            Line.pause(200);
        }
    }

    private static String beginning(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "……（共 " + text.length() + " 字符）" : text;
    }

    private static String part(String path) {
        return path.startsWith("/api/") ? path.split("/")[2] : "gateway";
    }

    private static String service(String path) {
        return switch (part(path)) {
            case "enrollment" -> "参保登记服务";
            case "contribution" -> "征缴与待遇期服务";
            case "claims" -> "待遇结算服务";
            default -> "网关";
        };
    }
}
