package jumin.contribution.acceptance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 征求意见稿的确认, one version of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LawAcceptance(
        UUID acceptanceId,
        String area,
        int version,
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

    /** As the feed carries it (kind {@code acceptance}). */
    public record Published(
            String area, UUID acceptanceId, LocalDate from, String decisionNumber, OffsetDateTime publishedAt) {}
}
