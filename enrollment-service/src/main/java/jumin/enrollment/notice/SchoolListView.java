package jumin.enrollment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.school.SchoolKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 学籍名录报送情况: of each school, by when its list is due, and whether it came. */
@Schema(description = "某年度各校报送学籍名录的情况")
public record SchoolListView(int year, List<Line> items) {

    public SchoolListView {
        items = List.copyOf(items);
    }

    /** Of one school. */
    @Schema(name = "SchoolListLine", description = "一所学校的报送情况")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(
            @Schema(examples = "XX11010101") String code,
            @Schema(examples = "示范大学") String name,
            SchoolKind kind,
            @Schema(description = "所在县（市、区）") String countyCode,

            @Schema(implementation = LocalDate.class, description = "最后一日；当地没有规定的没有")
            Optional<LocalDate> deadline,

            @Schema(implementation = LocalDate.class, description = "首次报送之日；上传而未入库的不算")
            Optional<LocalDate> sentOn,

            @Schema(description = "SENT 按时；SENT_LATE 逾期报送；DUE 未到期；OVERDUE 逾期未报；NOT_SENT 未报，当地没有规定期限")
            String state,

            @Schema(description = "已催报次数") int reminders,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> lastRemindedOn,
            @Schema(implementation = String.class) Optional<String> lastReminder,
            @Schema(implementation = CitationView.class) Optional<CitationView> citation) {}
}
