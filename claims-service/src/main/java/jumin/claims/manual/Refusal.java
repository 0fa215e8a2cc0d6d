package jumin.claims.manual;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 不予报销的决定: a manual claim that is not decided on its bill, and who took it up again. */
record Refusal(
        UUID id,
        UUID claim,
        Document document,
        String opinion,
        String refusedBy,
        OffsetDateTime refusedAt,
        Optional<Reopening> reopening) {

    /** 不予报销的理由 */
    @Schema(name = "ManualRefusalGround")
    public enum Ground {
        LATE("超过申请期限"),
        INCOMPLETE("退回补正后材料仍不全");

        private final String title;

        Ground(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * What it rests on, as it was known then.
     *
     * @param instrument empty where an assumption stands instead of an article
     * @param release of the law
     * @param last 申请截止日; of a late one only
     * @param missing 尚缺的材料; of an incomplete one only
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ManualClaimRefusalDocument", description = "不予报销所依据的事实、条款和规则版本")
    public record Document(
            Ground ground,
            String instrument,
            String article,
            String release,
            LocalDate dischargeDate,
            LocalDate takenOn,
            LocalDate last,
            List<String> missing) {

        public Document {
            missing = missing == null ? List.of() : List.copyOf(missing);
        }
    }

    /** 重新办理. */
    record Reopening(String by, OffsetDateTime at, String why) {}
}
