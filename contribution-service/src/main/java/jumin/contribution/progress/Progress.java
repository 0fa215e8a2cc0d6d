package jumin.contribution.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 征缴进度 of a benefit year, one line per division below the one asked for. */
public record Progress(int benefitYear, String division, List<Line> lines, Line total) {

    /** One division's line. */
    public record Line(
            String divisionPath,
            String name,
            @Schema(description = "已核定人数") long levied,
            @Schema(description = "其中全额资助，个人不缴费") long subsidisedInFull,
            @Schema(description = "已缴清人数（不含全额资助）") long paidUp,
            @Schema(description = "未缴清人数") long unpaid,
            @Schema(description = "暂缓核定人数") long held,
            Money dueAmount,
            Money paidAmount,

            @Schema(description = "完成率：（已缴清+全额资助）/已核定，两位小数；无人核定为空", examples = "97.31%")
            String rate) {}

    /** 征缴曲线: how many had paid up by each day, and by the same day of last year's season. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Curve(
            int benefitYear,
            String division,
            @Schema(description = "本年度集中征缴期首日") LocalDate windowFrom,

            @Schema(description = "上年度集中征缴期首日；上年度标准未公布则没有对比")
            LocalDate lastYearWindowFrom,

            List<Point> points) {}

    /** @param dayOfSeason 1 on the first day of the collection window, 0 or less before it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            LocalDate on,
            long dayOfSeason,
            @Schema(description = "当日缴清人数") long paidUp,
            @Schema(description = "累计缴清人数") long paidUpSoFar,
            @Schema(description = "上年度同一征缴日累计缴清人数") Long lastYearSoFar) {}
}
