package jumin.contribution.fund;

import java.util.Arrays;

/** 付款方: the levels of government, and the departments that the subsidy rules name as payers. */
enum Party {
    CENTRAL("中央财政"),
    PROVINCIAL("省级财政"),
    CITY("市级财政"),
    COUNTY("县级财政"),
    FINANCE("财政部门"),
    COUNTY_FINANCE("县级财政部门");

    private final String title;

    Party(String title) {
        this.title = title;
    }

    /** A department that no rule names is written by its name already. */
    static String title(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equalsIgnoreCase(code))
                .map(known -> known.title)
                .findFirst()
                .orElse(code);
    }
}
