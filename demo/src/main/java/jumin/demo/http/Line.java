package jumin.demo.http;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** 线路: sends, and when the other side is away for a moment, says so, waits and sends the same again. */
final class Line {

    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final String IN_PROGRESS = "REQUEST_IN_PROGRESS";
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final Duration patience;
    private final PrintStream out;

    Line(Duration patience, PrintStream out) {
        this.patience = patience;
        this.out = out;
    }

    /** @param whom in Chinese, for the sentence that says who is away */
    Reply send(HttpRequest request, String whom) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (boolean said = false; ; said = true) {
            var reply = attempt(request);
            boolean away = reply.isEmpty() || isAway(reply.get());
            if (!away) {
                if (said) {
                    out.println("    （" + whom + "已恢复，继续。）");
                }
                return reply.get();
            }
            if (System.nanoTime() > deadline) {
                return reply.orElseThrow(() -> new StoryStopped(whom + "等了 " + patience.toSeconds()
                        + " 秒仍没有应答。请看 ./jumin status；启动用 ./jumin up，然后再执行 ./jumin demo。"));
            }
            if (!said) {
                out.println("    （" + whom + "暂时没有应答，最多等 " + patience.toSeconds() + " 秒……）");
            }
            pause(reply.flatMap(Reply::retryAfter)
                    .map(seconds -> seconds * 1000L)
                    .orElse(PAUSE_MILLIS));
        }
    }

    private Optional<Reply> attempt(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var headers = response.headers();
            return Optional.of(new Reply(
                    response.statusCode(),
                    response.body(),
                    headers.firstValue("Location"),
                    headers.firstValue("Retry-After").map(Integer::valueOf),
                    headers.firstValue("Idempotency-Replayed").isPresent()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoryStopped("讲述被中断。");
        }
    }

    private static boolean isAway(Reply reply) {
        return AWAY.contains(reply.status())
                || reply.status() == 409 && reply.code().equals(IN_PROGRESS);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoryStopped("讲述被中断。");
        }
    }
}
