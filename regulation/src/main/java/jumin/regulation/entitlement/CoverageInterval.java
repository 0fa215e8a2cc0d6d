package jumin.regulation.entitlement;

import jumin.regulation.DateRange;
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

    CoverageInterval within(DateRange part) {
        return new CoverageInterval(part, state, reason, citation);
    }
}
