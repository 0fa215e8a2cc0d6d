package jumin.regulation.entitlement;

import java.time.LocalDate;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 参保与待遇享受期的事实。 */
public record EntitlementFacts(Facts facts) {

    /**
     * {@code ordinary, interrupted, subsidised, college_student, newborn, veteran, veteran_family, clergy, employee_lapse,
     * moved_in, …}, or a question: {@code eligibility, place, identity_document, suspend_resume, termination}.
     */
    public static EntitlementFacts of(String enrollmentType) {
        return new EntitlementFacts(Facts.none().with("enrollment_type", enrollmentType));
    }

    public EntitlementFacts coverageYear(BenefitYear year) {
        return new EntitlementFacts(facts.with("coverage_year", year.year()));
    }

    /** 缴费（足额）之日 */
    public EntitlementFacts paidOn(LocalDate day) {
        return new EntitlementFacts(facts.with("payment_date", day));
    }

    public EntitlementFacts registeredOn(LocalDate day) {
        return new EntitlementFacts(facts.with("registration_date", day));
    }

    /** 集中征缴期 */
    public EntitlementFacts window(DateRange window) {
        return new EntitlementFacts(facts.with("window", window));
    }

    public EntitlementFacts bornOn(LocalDate day) {
        return new EntitlementFacts(facts.with("birth_date", day));
    }

    /** The day that opens a waiver (迁入、回国、释放、中断 …) or ends cover. */
    public EntitlementFacts eventOn(LocalDate day) {
        return new EntitlementFacts(facts.with("event_date", day));
    }

    /** 退出现役之日 */
    public EntitlementFacts dischargedFromServiceOn(LocalDate day) {
        return new EntitlementFacts(facts.with("discharge_date_from_service", day));
    }

    /** 2025年起的中断年数和已补缴年数 */
    public EntitlementFacts lapsed(int years, int repaired) {
        return new EntitlementFacts(facts.with("lapse_years", years).with("repaired_years", repaired));
    }

    /** {@code death, employee_insurance, military_service, imprisonment, community_correction} on a day. */
    public static EntitlementFacts termination(String event, LocalDate day) {
        return new EntitlementFacts(of("termination").facts.with("event", event)).eventOn(day);
    }

    /** 参加职工医保之日 */
    public static EntitlementFacts suspension(LocalDate employeeStart) {
        return new EntitlementFacts(of("suspend_resume").facts.with("employee_start", employeeStart));
    }

    /** 申请恢复之日 */
    public EntitlementFacts resumedOn(LocalDate application) {
        return new EntitlementFacts(facts.with("resume_application_date", application));
    }

    /** Adds or replaces declared facts, as {@code local_household, employee_insured, document …}. */
    public EntitlementFacts with(Facts more) {
        return new EntitlementFacts(facts.with(more));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
