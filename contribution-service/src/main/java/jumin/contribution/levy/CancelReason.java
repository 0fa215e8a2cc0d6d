package jumin.contribution.levy;

import java.util.Arrays;

/** 取消原因: why something that was asked is not asked any more. */
public enum CancelReason {
    REFUNDED("已退费"),
    ENROLLMENT_ENDED("参保登记已终止"),
    MOVED("转由其他税务机关征收");

    private final String text;

    CancelReason(String text) {
        this.text = text;
    }

    /** In words; for a reason of which there are none, whom to ask. */
    public static String text(String reason) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(reason))
                .map(known -> known.text)
                .findFirst()
                .orElse("请向乡镇经办机构咨询");
    }
}
