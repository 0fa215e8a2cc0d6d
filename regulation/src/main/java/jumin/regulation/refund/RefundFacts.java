package jumin.regulation.refund;

import java.time.LocalDate;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 退费的事实。 */
public record RefundFacts(Facts facts) {

    /**
     * Event {@code duplicate_payment, employee_insurance, other_region_insurance, military_service, death,
     * household_migration, left_school, withdrawal, recognised_special}, its day, and the first day of the own period.
     */
    public static RefundFacts of(String event, LocalDate eventDate, LocalDate benefitStart) {
        return new RefundFacts(
                Facts.none().with("event", event).with("event_date", eventDate).with("benefit_start", benefitStart));
    }

    public RefundFacts paid(Money amount) {
        return new RefundFacts(facts.with("person_paid", amount));
    }

    /** 应资助金额（新认定为资助对象） */
    public RefundFacts subsidyDue(Money amount) {
        return new RefundFacts(facts.with("subsidy_due", amount));
    }

    /** 集中征缴期最后一日 */
    public RefundFacts windowEnd(LocalDate last) {
        return new RefundFacts(facts.with("window_end", last));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
