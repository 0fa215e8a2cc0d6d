package jumin.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** 作业: waits for long work to end. */
public final class Jobs {

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "PARTIAL", "FAILED", "CANCELLED");

    private Jobs() {}

    /** The job that was accepted; its address is in Location. */
    public static JsonNode finished(Http http, Actor actor, Reply accepted) {
        var address = accepted.location().orElseThrow(() -> new StoryStopped("受理的作业没有地址（Location）。"));
        return finished(http, actor, address);
    }

    public static JsonNode finished(Http http, Actor actor, String address) {
        return http.until(
                "作业 " + address,
                () -> http.json(actor, Request.get(address)),
                job -> ENDED.contains(job.path("state").asText()));
    }
}
