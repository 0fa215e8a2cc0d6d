package jumin.bench;

import java.time.LocalDate;

/**
 * 一份住院费用单，只有数。Level 0 一级及以下, 1 二级, 2 三级; class 0 甲, 1 乙, 2 丙; kind by {@link #KINDS}; amounts in fen.
 * What stands in words where a contender needs words is made from this before the measurement.
 */
public record Claim(
        int level,
        boolean tilted,
        LocalDate admission,
        LocalDate discharge,
        long perCapitaIncome,
        Year year,
        int[] classes,
        int[] kinds,
        long[] amounts,
        long[] over) {

    /** 费用种类，按法规词汇的次序。 */
    public static final String[] KINDS = {
        "drug", "consumable", "service", "facility", "negotiated_antitumor", "negotiated_other"
    };

    public static final String[] LEVELS = {"primary", "secondary", "tertiary"};

    /** 年度累计：what the year had before this claim. */
    public record Year(long poolPaid, long criticalEligible, long criticalPaid) {}

    public int items() {
        return amounts.length;
    }
}
