package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保变更记录 */
@Schema(description = "参保变更记录")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EventView(
        @Schema(examples = "SUSPENDED") String kind,
        @Schema(examples = "暂停") String kindName,
        LocalDate effectiveOn,
        String reason,
        String article,
        String evidence,
        String actor,
        OffsetDateTime recordedAt) {

    private static final Map<String, String> NAMES = Map.of(
            "REGISTERED", "登记",
            "CANCELLED", "撤销",
            "TERMINATED", "终止",
            "CHANGED", "变更",
            "MOVED", "迁移",
            "SUSPENDED", "暂停",
            "RESUMED", "恢复待遇",
            "CARRIED", "接续",
            "RESTORED", "恢复");

    static String name(String kind) {
        return NAMES.getOrDefault(kind, kind);
    }

    /** The events of one enrollment. */
    @Schema(name = "EventsFound", description = "参保变更记录，按记录的先后")
    public record Found(List<EventView> items) {}
}
