package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.division.DivisionLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 未到齐的分区划名单: a place whose part of a month's full list has not come, or waits for a second person. */
@Schema(description = "分区划报送的全量名单中，一个未报或待确认的区划")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ListPartView(
        @Schema(examples = "MZ110101") String organ,
        @Schema(examples = "minimum_living") String category,
        @Schema(examples = "低保对象") String categoryName,
        @Schema(examples = "2023-12") String listMonth,
        @Schema(examples = "110101199") String divisionCode,
        @Schema(examples = "清泉镇") String divisionName,
        DivisionLevel level,
        State state,

        @Schema(implementation = String.class, description = "此前最近一次报送的月份；从未报送的没有")
        Optional<String> lastMonth,

        @Schema(description = "该月第一日") LocalDate since,
        @Schema(description = "自该月第一日起已等的天数") long waitingDays) {

    /** How far the part is. */
    @Schema(name = "ListPartState", description = "MISSING 未报；PENDING 已报，待第二人确认")
    public enum State {
        MISSING,
        PENDING
    }
}
