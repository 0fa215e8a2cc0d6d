package jumin.enrollment.merge;

import java.time.OffsetDateTime;
import java.util.List;
import jumin.enrollment.person.PersonLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 疑似重复: two records that may be one person, and why. */
@Schema(description = "疑似同一人的两条登记")
public record DuplicateView(
        PersonLine one,
        PersonLine other,
        @Schema(examples = "姓名、出生日期、性别相同") String why,
        @Schema(description = "HIGH 很可能；LOW 须核对") String likelihood) {

    /** @param more whether there are more than these */
    @Schema(name = "DuplicatesFound", description = "疑似重复登记")
    public record Found(List<DuplicateView> items, boolean more) {}

    /** 已认定不是同一人 */
    @Schema(name = "DismissedDuplicate", description = "已认定不是同一人的两条登记；误点的可撤回")
    public record Dismissed(
            PersonLine one,
            PersonLine other,
            @Schema(examples = "同名同日生，身份证号均已核对") String reason,
            @Schema(description = "认定人登录名") String by,
            OffsetDateTime at) {}
}
