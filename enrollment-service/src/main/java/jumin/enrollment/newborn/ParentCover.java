package jumin.enrollment.newborn;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.payment.CoverageSeen;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 父母参保: whether a parent is covered in the area on the day of birth, how that is known, and since when. */
@Schema(description = "父母参保的核对结果")
public record ParentCover(
        State state,
        @Schema(examples = "父或母2024-03-01享受待遇（第十五条）") String explanation,

        @Schema(implementation = OffsetDateTime.class, description = "征缴服务作出此待遇结论的时间")
        Optional<OffsetDateTime> decidedAt,

        @Schema(implementation = Long.class, description = "征缴服务的数据可能已过去多少秒；不知道的没有")
        Optional<Long> ageSeconds) {

    /** How it is known. */
    public enum State {
        /** 征缴服务：出生之日在待遇享受期内 */
        INSURED,
        /** 凭材料：职工医保、参保缴费凭证等 */
        BY_EVIDENCE,
        /** 征缴服务：出生之日不在待遇享受期内（未缴费、等待期、暂停） */
        NOT_COVERED,
        /** 没有当年的参保登记 */
        NOT_ENROLLED,
        /** 没有填写父母，也没有材料 */
        NOT_STATED,
        /** 征缴服务的数据没有或过旧，不能核对：由经办人凭材料核定 */
        UNDETERMINED
    }

    static ParentCover plain(State state, String explanation) {
        return new ParentCover(state, explanation, Optional.empty(), Optional.empty());
    }

    /**
     * What contribution said of the parent's year, for that day.
     *
     * @param age how old the read model may be; empty when contribution has not been reached since this service started
     * @param oldest beyond which it is no answer
     */
    static ParentCover judge(Optional<CoverageSeen.Year> seen, LocalDate day, Optional<Duration> age, Duration oldest) {
        if (age.filter(known -> known.compareTo(oldest) <= 0).isEmpty()) {
            var since = age.map(known -> "已" + known.toMinutes() + "分钟没有更新").orElse("尚未取得");
            return said(State.UNDETERMINED, "征缴服务的待遇数据" + since + "，不能核对父母参保；请稍后再试，或凭父母的参保缴费凭证核定", seen, age);
        }
        var interval = seen.flatMap(year -> year.on(day));
        if (interval.filter(one -> one.state().equals("COVERED")).isPresent()) {
            return said(State.INSURED, "父或母" + day + "享受待遇（" + interval.get().article() + "）", seen, age);
        }
        var why = interval.map(CoverageSeen.Interval::reason)
                .or(() -> seen.map(CoverageSeen.Year::notCovered))
                .filter(text -> !text.isEmpty())
                .orElse("征缴服务没有其待遇记录");
        return said(State.NOT_COVERED, "父或母" + day + "不享受待遇：" + why, seen, age);
    }

    private static ParentCover said(
            State state, String explanation, Optional<CoverageSeen.Year> seen, Optional<Duration> age) {
        return new ParentCover(
                state, explanation, seen.map(CoverageSeen.Year::computedAt), age.map(Duration::toSeconds));
    }

    boolean insured() {
        return state == State.INSURED || state == State.BY_EVIDENCE;
    }

    boolean undetermined() {
        return state == State.UNDETERMINED;
    }
}
