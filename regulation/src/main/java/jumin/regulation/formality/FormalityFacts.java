package jumin.regulation.formality;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 手续的事实。 */
public record FormalityFacts(Facts facts) {

    private static Facts of(String op) {
        return Facts.none().with("op", op);
    }

    /** 零星报销的期限 */
    public static FormalityFacts claimDeadline(LocalDate discharge, LocalDate submitted) {
        return new FormalityFacts(
                of("claim_deadline").with("discharge_date", discharge).with("submitted_on", submitted));
    }

    /** 零星报销的材料：what was handed in, and whether there was an operation. */
    public static FormalityFacts documents(List<String> submitted, boolean hadOperation) {
        return new FormalityFacts(
                of("documents").withWords("submitted", submitted).with("had_operation", hadOperation));
    }

    /** 收款人：{@code self} or {@code agent}; whether the person is a minor is another fact, or follows from birth and day. */
    public static FormalityFacts payee(String payee, boolean deceased) {
        return new FormalityFacts(of("payee").with("payee", payee).with("deceased", deceased));
    }

    /** 退费收款人的材料：{@code original, self, guardian, heir, agent}, and what was handed in. */
    public static FormalityFacts refundPayee(String payee, List<String> submitted) {
        return new FormalityFacts(
                of("refund_payee").with("refund_payee", payee).withWords("refund_submitted", submitted));
    }

    /** 入院登记：whole hours after admission, a begun hour counts. */
    public static FormalityFacts registration(long hoursAfterAdmission) {
        return new FormalityFacts(of("registration").with("hours_after_admission", hoursAfterAdmission));
    }

    /** 出院带药：course {@code acute} or {@code chronic}, and how many days the drugs last. */
    public static FormalityFacts dischargeDrug(String diseaseCourse, long days) {
        return new FormalityFacts(
                of("discharge_drug").with("disease_course", diseaseCourse).with("days", days));
    }

    /** 学籍名录报送期限 */
    public static FormalityFacts schoolList(int year) {
        return new FormalityFacts(of("school_list").with("year", year));
    }

    public FormalityFacts with(Facts more) {
        return new FormalityFacts(facts.with(more));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
