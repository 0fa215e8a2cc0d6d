package jumin.claims.adjudication;

import java.util.List;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.provider.CareProvider;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.SettlementFacts;

/** 核算事实: makes the law's facts of a bill, a person, a provider and the year. Pure. */
record CaseFacts(BillSubmission bill, CareType careType, InsuredPerson person, CareProvider provider, Law law) {

    /** 一个统筹区代码的前两位是省 */
    private static final int PROVINCE_DIGITS = 2;

    SettlementFacts of(Known known, List<ClassifiedItem> items) {
        var facts = dated().providerLevel(provider.level())
                .designated(provider.designatedFor().contains(careType.qualification()))
                .location(location())
                .items(items.stream().map(ClassifiedItem::feeItem).toList())
                .with(said())
                .with(place())
                .everyLayer(law);
        return new PersonFacts(person, law, bill.dischargeDate()).into(facts, known);
    }

    private SettlementFacts dated() {
        var facts = SettlementFacts.of(careType.benefit());
        return careType.stay()
                ? facts.stay(bill.admissionDate(), bill.dischargeDate())
                : facts.service(bill.dischargeDate());
    }

    private Facts place() {
        var facts = Facts.none()
                .with("provider_is_tcm", provider.traditional())
                .with("home_county", county(provider.divisionPath()).equals(county(person.divisionPath())));
        return provider.kind().isEmpty() ? facts : facts.with("provider_kind", provider.kind());
    }

    private String location() {
        if (provider.area().equals(person.area())) {
            return "in_area";
        }
        return provider.area().regionMatches(0, person.area(), 0, PROVINCE_DIGITS) ? "in_province" : "cross_province";
    }

    private static String county(String divisionPath) {
        var parts = divisionPath.split("/");
        return parts.length < 2 ? "" : parts[1];
    }

    /** What the hospital says; reading it back by the law's declarations refuses words that the law does not know. */
    private Facts said() {
        var said = bill.said().facts();
        try {
            return FactsJson.read(FactsJson.canonical(said), Vocabulary.of(law).facts("settlement"));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.field(
                    ClaimsProblem.CIRCUMSTANCE_NOT_KNOWN, "/circumstances", unknown.getMessage(), "请对照接口文档的取值");
        }
    }
}
