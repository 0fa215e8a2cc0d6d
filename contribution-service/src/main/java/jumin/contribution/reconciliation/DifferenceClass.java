package jumin.contribution.reconciliation;

import static jumin.contribution.reconciliation.DifferenceAction.*;

import java.util.Set;

/** 差异类别, with reason, owner and what to do. */
public enum DifferenceClass {
    ONLY_OURS("仅医保有", "税务明细中没有这笔缴费", "税务", "请税务机关核对该税票；未收款的由税务推送冲正", Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    ONLY_THEIRS("仅税务有", "医保没有收到这笔缴费的推送", "税务", "请税务机关补推该税票的缴费明细", Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    DUPLICATE_RECORD("税务明细重复", "同一税票在税务明细中出现多次", "税务", "请税务机关更正明细后重新对账", Set.of(TAX_CORRECTS, EXPLAINED)),
    AMOUNT_DIFFERS("金额不符", "同一税票双方金额不同", "税务", "核对税票原件；推送有误的由税务冲正后用新税票重推", Set.of(TAX_CORRECTS, EXPLAINED)),
    STATUS_DIFFERS("状态不符", "一方已冲正，另一方未冲正", "税务", "请税务机关补推冲正，或更正明细", Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    DAY_DIFFERS("日期不符", "双方都有这笔缴费，缴费日期不同", "税务", "核对税票所载日期；影响是否在征缴期内的，由税务更正", Set.of(TAX_CORRECTS, EXPLAINED)),
    LATE_RECORD("迟到记录", "缴费日期所在的对账日已关闭，记录到达后列入开放日", "县级经办", "核对所引用的已关闭批次，无误的确认", Set.of(EXPLAINED, TAX_CORRECTS)),
    LATE_REVERSAL("迟到冲正", "被冲正的缴费所在的对账日已关闭，冲正列入开放日", "县级经办", "核对所引用的已关闭批次，无误的确认", Set.of(EXPLAINED, TAX_CORRECTS)),
    NOT_IN_TREASURY("未入库", "税务已收款，国库尚未确认入库", "税务", "请税务机关核对入库情况并补报国库确认", Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    TREASURY_DIFFERS(
            "国库金额不符",
            "国库确认的金额与缴费不同，或已冲正而国库未退回",
            "税务",
            "核对入库单；由税务更正或补报退回",
            Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    ONLY_TREASURY("仅国库有", "国库已入库，没有收到这笔缴费的推送", "税务", "请税务机关补推该税票的缴费明细", Set.of(TAX_RESENDS, TAX_CORRECTS, EXPLAINED)),
    UNPAID("未缴", "已核定应缴，没有收到缴费", "乡镇经办", "列入催缴清单；不参保的终止登记", Set.of(COLLECT_REST, EXPLAINED)),
    FOR_ANOTHER(
            "代缴存疑",
            "所报应缴编号、证件或姓名不是同一人，款项在暂存款",
            "县级经办",
            "核对后归属到人，或退回缴款账户",
            Set.of(ASSIGN_TO_PERSON, RETURN_TO_PAYER, EXPLAINED)),
    SHORT("缴费不足", "该人实缴少于应缴", "乡镇经办", "通知本人补足；补足前不享受待遇，补足之日判断是否在征缴期内", Set.of(COLLECT_REST, RETURN_SURPLUS, EXPLAINED)),
    SURPLUS("多缴", "该人实缴多于应缴，超出部分在暂存款", "乡镇经办", "通知本人申请退回多缴部分", Set.of(RETURN_SURPLUS, EXPLAINED)),
    TWICE("重复缴费", "该人已足额缴费，本笔全额在暂存款", "乡镇经办", "通知本人申请退回本笔缴费", Set.of(RETURN_SURPLUS, EXPLAINED)),
    NOBODY(
            "无人认领",
            "缴费人不在参保人员中，款项在暂存款",
            "县级经办",
            "核对证件号码后归属到人，或退回缴款账户",
            Set.of(ASSIGN_TO_PERSON, RETURN_TO_PAYER, EXPLAINED)),
    NOT_REGISTERED(
            "未登记先缴费",
            "该人没有该年度的应缴，款项在暂存款",
            "乡镇经办",
            "补办参保登记后自动归集；不参保的退回",
            Set.of(REGISTER_PERSON, RETURN_TO_PAYER, EXPLAINED)),
    BEFORE_WINDOW(
            "征缴期前缴费",
            "缴费日期在集中征缴期之前，款项在暂存款",
            "县级经办",
            "属于该年度的认可后计入应缴；不属于的请税务冲正后按正确年度重推，或退回",
            Set.of(ACCEPT_EARLY, TAX_CORRECTS, RETURN_SURPLUS, EXPLAINED)),
    AFTER_WINDOW("征缴期后缴费", "缴费日期在集中征缴期之后", "县级经办", "按规定的等待期核定待遇，并告知本人待遇起始日", Set.of(ACCEPT_LATE, EXPLAINED));

    private final String title;
    private final String reason;
    private final String owner;
    private final String advice;
    private final Set<DifferenceAction> actions;

    DifferenceClass(String title, String reason, String owner, String advice, Set<DifferenceAction> actions) {
        this.title = title;
        this.reason = reason;
        this.owner = owner;
        this.advice = advice;
        this.actions = actions;
    }

    public String title() {
        return title;
    }

    public String reason() {
        return reason;
    }

    public String owner() {
        return owner;
    }

    public String advice() {
        return advice;
    }

    public Set<DifferenceAction> actions() {
        return actions;
    }
}
