package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list with the verdict of each row. */
@Schema(description = "部门名单及逐行结论")
public record CategoryListView(
        CategoryListId listId,
        String area,
        @Schema(examples = "MZ110101") String organ,
        String listMonth,
        CategoryListSubmission.Kind kind,
        @Schema(description = "APPLIED 已生效；UNDONE 已撤销") String state,
        Map<String, Integer> counts,
        OffsetDateTime recordedAt,
        List<RowView> rows) {

    /** One row and what became of it. */
    @Schema(description = "名单中的一行及结论")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RowView(
            @Schema(description = "从1开始") int rowNo,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            String category,
            ListVerdict verdict,
            @Schema(examples = "已认定") String verdictName,
            String reason,
            @Schema(implementation = PersonId.class) Optional<PersonId> personId) {}
}
