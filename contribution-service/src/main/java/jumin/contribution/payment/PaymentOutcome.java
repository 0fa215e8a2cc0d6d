package jumin.contribution.payment;

/** 缴费状态 at receipt. What happens to the money later is read from its position. */
public enum PaymentOutcome {
    MATCHED("足额", "无需处理"),
    SHORT("缴费不足", "通知本人补足差额；补足前不享受待遇，补足之日判断是否在征缴期内"),
    SURPLUS("多缴", "超出应缴的部分列入暂存款，可随时申请退回"),
    TWICE("重复缴费", "全额列入暂存款，可随时申请退回"),
    NOBODY("无人认领", "列入暂存款；核对缴费人后归属到人，或退回缴款账户"),
    FOR_ANOTHER("代缴存疑", "所报应缴编号、证件或姓名不是同一人；款项列入暂存款，核对后归属到人，或退回缴款账户"),
    NOT_REGISTERED("登记前缴费", "列入暂存款；完成参保登记并核定应缴后自动归集，不参保的退回"),
    BEFORE_WINDOW("征缴期前缴费", "列入暂存款；属于该年度的由县级认可后计入应缴，待遇按规定核定；不属于的由税务冲正后按正确年度重推，或退回"),
    REVERSED("冲正", "原缴费作废，有关待遇随之重新核定");

    private final String title;
    private final String advice;

    PaymentOutcome(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }
}
