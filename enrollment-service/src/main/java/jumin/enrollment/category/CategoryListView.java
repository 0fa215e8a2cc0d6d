package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list with the verdict of each row.
 *
 * @param standing how many recognitions of these categories the organ had before
 * @param ending how many of them the list ends
 */
@Schema(description = "部门名单及逐行结论")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CategoryListView(
        CategoryListId listId,
        String area,
        @Schema(examples = "MZ110101") String organ,
        String listMonth,
        CategoryListSubmission.Kind kind,

        @Schema(
                description =
                        "APPLIED 已生效；PENDING 终止人数超过比例，待第二人确认；REJECTED 已退回；WITHDRAWN 待确认时由报送机关撤回；UNDONE 已撤销；UNDO_PENDING 撤销待第二人确认，此前仍有效")
        ListState state,

        Map<String, Integer> counts,
        @Schema(description = "全量名单所含类别") List<String> categories,
        @Schema(description = "此前有效的认定人次") int standing,
        @Schema(description = "本名单不再列入、将终止的人次") int ending,
        @Schema(description = "待确认、退回、撤回或撤销未获确认的说明") Optional<String> note,
        OffsetDateTime recordedAt,
        @Schema(description = "全量名单只说这些区划的人；空为全统筹区") List<String> divisions,
        List<RowView> rows) {

    /** Whether for some rows nobody was found who is surely meant. */
    boolean hasUnmatched() {
        return Stream.of(ListVerdict.NOT_FOUND, ListVerdict.NAME_DIFFERS)
                .anyMatch(verdict -> counts.getOrDefault(verdict.name(), 0) > 0);
    }

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

    /** Somebody whom a full list names no more. */
    @Schema(description = "全量名单不再列入的一人")
    public record EndingView(
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            String category,
            LocalDate from,
            @Schema(description = "认定的最后一日") LocalDate lastDay) {}
}
