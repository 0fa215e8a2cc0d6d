package jumin.enrollment.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保进度 of the divisions below one, on a day. */
@Schema(description = "参保进度")
public record ProgressView(int benefitYear, LocalDate on, List<DivisionProgress> items) {

    /**
     * One division.
     *
     * @param shouldBe by the task of the year; without one, the people known there
     * @param excused of those not enrolled, whom nobody could have enrolled here
     * @param rate enrolled of those who could be, in percent with two decimals; "100.00" where nobody could be
     */
    @Schema(description = "一个区划的进度；排名按扣除外地、职工、参军、死亡等之后的参保率")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record DivisionProgress(
            int rank,
            String divisionCode,
            String divisionName,
            @Schema(description = "应参保人数") long shouldBe,

            @Schema(description = "应参保人数来自任务（true）或已登记人数（false）")
            boolean assigned,

            Optional<Integer> target,
            long enrolled,
            @Schema(description = "当日新增") long today,
            @Schema(description = "上年度同日") long lastYearSameDay,
            @Schema(description = "未参保中可扣除的人数") long excused,
            @Schema(description = "未参保原因人数") Map<AbsenceReason, Long> reasons,

            @Schema(description = "参保率（%）", examples = "96.40")
            String plainRate,

            @Schema(description = "扣除后的参保率（%）", examples = "99.10")
            String rate,

            @Schema(description = "距任务数") Optional<Long> missing) {

        DivisionProgress withRank(int place) {
            return new DivisionProgress(
                    place,
                    divisionCode,
                    divisionName,
                    shouldBe,
                    assigned,
                    target,
                    enrolled,
                    today,
                    lastYearSameDay,
                    excused,
                    reasons,
                    plainRate,
                    rate,
                    missing);
        }
    }

    /** One day of the season. */
    @Schema(description = "某日的累计参保人数，及上年度同日")
    public record DayProgress(LocalDate day, long enrolled, long lastYear) {}

    /** The days of a season. */
    public record DaysView(int benefitYear, List<DayProgress> items) {}

    /** Somebody known who is not enrolled for the year. */
    @Schema(description = "未参保人员")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record UnenrolledView(
            PersonId personId,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            @Schema(examples = "138****0000") String phoneMasked,
            String divisionPath,

            @Schema(description = "户编号；没有户的为空", examples = "001")
            String houseNumber,

            @Schema(description = "住址") String address,
            @Schema(description = "上年度是否参保") boolean lastYear,
            Optional<AbsenceReason> reason,
            Optional<String> reasonName) {}
}
