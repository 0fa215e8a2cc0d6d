package jumin.claims.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 报文的办理情况 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "报文的办理情况")
public record MessageView(
        String messageId,
        String provider,
        MessageKind kind,
        MessageState state,
        @Schema(description = "受理时间；从未受理的没有") OffsetDateTime takenAt,
        @Schema(description = "最迟查明的时间；已查明的没有") OffsetDateTime decidedAtLatest,
        @Schema(description = "已办理的结算或冲正") UUID settlementId,
        @Schema(description = "查明的时间；未经查明而直接得到答复的没有") OffsetDateTime decidedAt,

        @Schema(description = "由谁查明：TIME_LIMIT 到时自动查明；PROVIDER 机构了结")
        DecidedBy decidedBy,

        @Schema(description = "了结的原因") String reason,
        @Schema(description = "下一步") String next) {

    /** 由谁查明 */
    @Schema(name = "MessageDecidedBy")
    public enum DecidedBy {
        TIME_LIMIT,
        PROVIDER
    }

    static String next(MessageState state) {
        return switch (state) {
            case IN_PROGRESS -> "正在办理，请稍候再查；可用原编号重发，不会重复办理。";
            case UNKNOWN -> "结果未知：可用原编号重发（不会重复办理）或了结该报文；到时自动查明。";
            case SETTLED -> "已办理，请查看该笔结算。";
            case NOT_DONE -> "未办理，也不会再生效；确需办理的请换新的编号重新报送。";
        };
    }
}
