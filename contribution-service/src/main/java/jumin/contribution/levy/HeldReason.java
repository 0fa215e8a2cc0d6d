package jumin.contribution.levy;

import java.util.Arrays;

/** 暂缓原因: why nothing can be asked of somebody yet, in words for the family. */
public enum HeldReason {
    STANDARD_NOT_PUBLISHED("本年度缴费标准尚未公布"),
    SUBSIDY_UNDECIDED("资助待遇正在核定"),
    SUBSIDY_DISAGREES("资助待遇正在复核"),
    TAX_ORGAN_MISSING("征收机关尚未登记"),
    LAW_MISSING("本年度的规定尚未录入"),
    PARAMETER_MISSING("规定中的数额尚未公布");

    private final String text;

    HeldReason(String text) {
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
