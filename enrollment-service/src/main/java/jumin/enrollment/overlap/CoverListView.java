package jumin.enrollment.overlap;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 名单比对的结果 */
@Schema(description = "名单比对结果")
public record CoverListView(
        UUID listId,
        CoverSource source,
        String listMonth,

        @Schema(description = "CONFLICT 重复参保；NO_CONFLICT 未重复；NOT_FOUND 未登记；NAME_DIFFERS 姓名不符；INVALID 日期不通")
        Map<String, Integer> counts,

        List<RowView> rows,
        OffsetDateTime recordedAt) {

    /** 一行的结论 */
    @Schema(name = "CoverListRowView", description = "一行的结论")
    public record RowView(
            int rowNo,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            String verdict,
            String explanation) {}
}
