package jumin.contribution.acceptance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 规定的确认 (of a draft, or of a least value), one version of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LawAcceptance(
        UUID acceptanceId,
        String area,
        int version,
        @Schema(description = "被确认的“不低于”规定；空为征求意见稿整体") String rule,
        @Schema(description = "施行之日") LocalDate inForceFrom,
        @Schema(description = "决定文号") String decisionNumber,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        boolean inForce) {

    /** 确认状态 */
    public enum State {
        PROPOSED,
        PUBLISHED,
        REJECTED
    }

    /**
     * As the feed carries it (kind {@code acceptance}).
     *
     * @param rule whose least value is the area's own; empty for the draft as a whole
     * @param from absent for a rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(
            String area,
            UUID acceptanceId,
            String rule,
            LocalDate from,
            String decisionNumber,
            OffsetDateTime publishedAt) {}
}
