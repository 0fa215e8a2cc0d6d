package jumin.regulation.entitlement;

import java.util.Locale;
import jumin.regulation.DateRange;
import jumin.regulation.json.Json;
import jumin.regulation.law.Citation;

/** 待遇区间：on these days covered, waiting or suspended, why, and by which article. */
public record CoverageInterval(DateRange range, State state, String reason, Citation citation) {

    /** 享受、等待、暂停、终止。 */
    public enum State {
        COVERED,
        WAITING,
        SUSPENDED,
        TERMINATED
    }

    Json json() {
        return new Json.Structure()
                .with("first", Json.text(range.first()))
                .with("last", Json.text(range.last()))
                .with("state", Json.text(state.name().toLowerCase(Locale.ROOT)))
                .with("reason", Json.text(reason))
                .with("article", Json.text(citation.article()));
    }

    CoverageInterval within(DateRange part) {
        return new CoverageInterval(part, state, reason, citation);
    }
}
