package jumin.regulation.settlement;

import java.time.LocalDate;
import jumin.regulation.fact.Facts;

/** 费用的一部分：an outside purchase, or one year of a stay, with its own facts and items; a member of a declared group. */
record Part(String group, Facts facts, Bill bill) {

    /** The day of items without a date: a part of a later year begins with that year. */
    static long day(Facts member, long undated) {
        int year = LocalDate.ofEpochDay(undated).getYear();
        return member.count("year")
                .filter(later -> later > year)
                .map(later -> LocalDate.of(later.intValue(), 1, 1).toEpochDay())
                .orElse(undated);
    }
}
