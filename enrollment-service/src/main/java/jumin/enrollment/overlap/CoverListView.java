package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 名单比对的结果 */
@Schema(description = "名单比对结果")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CoverListView(
        CoverListId listId,
        CoverSource source,
        String listMonth,

        @Schema(description = "MATCHING 比对中；MATCHED 已比对；FAILED 中断，可重试；UNDONE 已撤销")
        String state,

        int total,

        @Schema(
                description =
                        "CONFLICT 重复参保；ALREADY_DECIDED 同一重复参保此前已处理；NO_CONFLICT 未重复；NOT_FOUND 未登记；NAME_DIFFERS 姓名不符；INVALID 日期不通或缺项")
        Map<String, Integer> counts,

        @Schema(description = "随请求报送的名单在此列出；文件报送的分页查看") List<RowView> rows,

        String message,
        OffsetDateTime recordedAt,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> undoneAt) {

    CoverListView with(List<RowView> all) {
        return new CoverListView(listId, source, listMonth, state, total, counts, all, message, recordedAt, undoneAt);
    }

    /** 一行的结论 */
    @Schema(name = "CoverListRowView", description = "一行的结论")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RowView(
            @Schema(description = "文件中的行号；随请求报送的从1开始") int rowNo,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to,
            @Schema(description = "空为尚未比对") String verdict,
            String explanation) {}
}
