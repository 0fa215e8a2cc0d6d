package jumin.claims.accumulation;

import java.util.List;
import jumin.claims.insured.PersonId;

/** 一个人的一个待遇年度 */
public record PersonYear(PersonId person, int benefitYear) {

    /** The same year in each of several records. */
    public static List<PersonYear> of(List<PersonId> records, int benefitYear) {
        return records.stream().map(one -> new PersonYear(one, benefitYear)).toList();
    }
}
