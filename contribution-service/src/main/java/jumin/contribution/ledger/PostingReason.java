package jumin.contribution.ledger;

import java.util.Arrays;

/** 事由: what the code on a posting says, for whoever reads the books. */
public enum PostingReason {
    LEVIED("应缴核定"),
    SUBSIDISED("资助参保"),
    PAID("缴费到账"),
    ALLOCATED("计入应缴"),
    RELEASED("退回暂存款"),
    REVERSAL("冲销"),
    RECEIVED("入库"),
    REMITTED("上解"),
    RETURNED("国库退回税务机关"),
    REFUND_ORDERED("退费下达"),
    REFUND_PAID("退费付出"),
    SUBSIDY_OWED_CENTRAL("中央财政补助应收"),
    SUBSIDY_OWED_PROVINCIAL("省级财政补助应收"),
    SUBSIDY_OWED_CITY("市级财政补助应收"),
    SUBSIDY_OWED_COUNTY("县级财政补助应收"),
    RECEIVED_GOVERNMENT_SUBSIDY("财政补助到账"),
    RECEIVED_AID("资助参保款到账"),
    RECEIVED_INTEREST("利息到账"),
    RECEIVED_DONATION("捐助到账"),
    RECEIVED_TRANSFER("转移收入到账"),
    RECEIVED_OTHER_PUBLIC("其他公共资金到账"),
    RECEIVED_OTHER("其他收入到账"),
    AID_ELSEWHERE_GRANTED("异地参保资助核定"),
    AID_ELSEWHERE_PAID("异地参保资助付出"),
    AID_ELSEWHERE_TO_RECOVER("异地参保资助待追回"),
    AID_ELSEWHERE_RECOVERED("异地参保资助追回到账"),
    AID_ELSEWHERE_RECEIPT_REVERSED("冲销异地参保资助的追回到账"),
    SETTLED("待遇结算"),
    DEDUCTED("审核扣减"),
    RETAINED("预留"),
    PAID_TO_PROVIDER("付定点医药机构"),
    RETENTION_RELEASED("返还预留金"),
    RETENTION_FORFEITED("预留金不予返还"),
    DUE_TO_PERSON("应付个人待遇"),
    PAID_TO_PERSON("付个人待遇"),
    TO_RECOVER("应向个人追回"),
    TO_RECOVER_BY_FINDING("检查认定应向个人追回"),
    DUE_SET_OFF("应付与应追回相抵"),
    RECOVERED_BY_FINDING_BEFORE("先前检查认定已追回"),
    RECOVERED("追回到账"),
    RECOVERABLE_SET_OFF("应追回与应付相抵"),
    RECOVERED_FROM_THIRD_PARTY("向第三人追回到账");

    private final String title;

    PostingReason(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In words; a code of which there are none says where it stands. */
    public static String text(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .map(PostingReason::title)
                .findFirst()
                .orElse("其他（代码 " + code + "）");
    }
}
