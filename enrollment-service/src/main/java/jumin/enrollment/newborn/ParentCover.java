package jumin.enrollment.newborn;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 父母参保: whether a parent is insured in the area, and how that is known. */
@Schema(description = "父母参保的核对结果")
public record ParentCover(
        State state, @Schema(examples = "父或母2024年度已参保缴费") String explanation) {

    /** How it is known. */
    public enum State {
        /** 本系统有当年的参保登记，已缴费或全额资助 */
        INSURED,
        /** 凭材料：职工医保等 */
        BY_EVIDENCE,
        /** 已登记，未缴费 */
        UNPAID,
        /** 没有当年的参保登记 */
        NOT_ENROLLED,
        /** 没有填写父母，也没有材料 */
        NOT_STATED
    }

    boolean insured() {
        return state == State.INSURED || state == State.BY_EVIDENCE;
    }
}
