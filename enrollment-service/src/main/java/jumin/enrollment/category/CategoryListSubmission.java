package jumin.enrollment.category;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 部门名单, as a department sends it. */
@Schema(description = "部门认定名单")
public record CategoryListSubmission(
        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "名单月份如 2023-12") @Schema(examples = "2023-12")
        String listMonth,

        @NotNull @Schema(description = "FULL 全量；PARTIAL 增量") Kind kind,

        @Schema(description = "全量名单包含哪些类别；不填则为名单中出现的类别。名单中某类已无一人时须填") @Nullable @Size(max = 60)
        List<@NotBlank @Size(max = 60) String> categories,

        @NotNull @Size(min = 1, max = 10000) List<@NotNull @Valid Row> rows,

        @Schema(
                description = "全量名单只说哪些区划（县、乡镇、村代码）的人；不填为全统筹区。一个类别超过1万行的，按区划分成几份，每份只终止其区划内不再列入的人",
                examples = "[\"110101\"]")
        @Nullable
        @Size(max = 500)
        List<@NotNull @Pattern(regexp = "\\d{6,12}", message = "区划代码为6至12位数字") String> divisions) {

    /** Stands for what was written as a day and is none. */
    static final LocalDate NO_DAY = LocalDate.MIN;

    /** First day of the month for which the list speaks. */
    LocalDate firstDay() {
        return YearMonth.parse(listMonth).atDay(1);
    }

    /** 全量 or 增量 */
    public enum Kind {
        FULL,
        PARTIAL
    }

    /**
     * @param category code or Chinese name
     * @param to last day; none while it goes on
     * @param unemployed said by the department, where the law asks for it
     * @param divisionCode where the person lives, as the department knows it
     */
    @Schema(description = "名单中的一人")
    public record Row(
            @NotBlank @Size(max = 40) @Schema(examples = "110101195003051247")
            String idNumber,

            @NotBlank @Size(max = 200) @Schema(examples = "李秀兰")
            String name,

            @NotBlank @Size(max = 60) @Schema(examples = "minimum_living")
            String category,

            @NotNull @Schema(examples = "2024-01-01") LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean unemployed,

            @Nullable @Size(max = 12) @Schema(description = "住址的区划代码（村、乡镇），住地经办据此看到尚未登记的人", examples = "110101199201")
            String divisionCode) {

        Row startingOn(LocalDate day) {
            return new Row(idNumber, name, category, day, to, unemployed, divisionCode);
        }

        Row saying(boolean outOfWork) {
            return new Row(idNumber, name, category, from, to, outOfWork, divisionCode);
        }

        /** Without a last day. */
        Row open() {
            return new Row(idNumber, name, category, from, null, unemployed, divisionCode);
        }

        @Override
        public String toString() {
            return "Row";
        }
    }
}
