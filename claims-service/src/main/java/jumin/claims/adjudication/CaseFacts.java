package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.List;
import jumin.claims.ClaimsProblem;
import jumin.claims.filing.Filing;
import jumin.claims.filing.StatedFacts;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.provider.CareProvider;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.SettlementFacts;

/** 核算事实: makes the law's facts of a bill, a person, a provider and the year. Pure. */
record CaseFacts(Billed billed, InsuredPerson person, CareProvider provider, Law law) {

    /** @param injury its diagnosis is one */
    record Billed(BillSubmission bill, CareType careType, boolean injury) {}

    private static final String PRE_HOSPITAL = "pre_hospital.";

    /** Lines of the emergency care before the admission. */
    static final String BEFORE_ADMISSION = PRE_HOSPITAL + "items";

    SettlementFacts of(Known known, List<Filing> filings, List<ClassifiedItem> items) {
        refuseUnknownWords();
        var stated = new StatedFacts(law);
        var facts = dated(known)
                .designated(provider.designatedFor().contains(billed.careType().qualification()))
                .location(Places.location(law, provider.area(), person.area()))
                .with(new OutsidePurchases(law, filings, person.area()).facts(items))
                .with(stated.ofProvider(bill().said().others()))
                .with(new FilingFacts(filings, visit(), law).of(bill().said()))
                .with(stated.filed(filings, provider.code(), bill().admissionDate()))
                .with(beforeAdmission(items))
                .with(place())
                .everyLayer(law);
        return new PersonFacts(person, law, bill().dischargeDate()).into(facts, known);
    }

    private BillSubmission bill() {
        return billed.bill();
    }

    FilingFacts.Visit visit() {
        return new FilingFacts.Visit(
                billed.careType(),
                billed.injury(),
                provider.area(),
                provider.divisionPath(),
                person.area(),
                bill().admissionDate(),
                bill().dischargeDate());
    }

    private SettlementFacts dated(Known known) {
        var careType = billed.careType();
        var facts = SettlementFacts.of(careType.benefit());
        if (!careType.stay()) {
            return facts.service(bill().dischargeDate());
        }
        var stay = facts.stay(bill().admissionDate(), bill().dischargeDate());
        if (bill().midway()) {
            stay = stay.with(Facts.none().with("interim", true));
        }
        return yearsCrossed(known) ? stay.with(Facts.none().with("years_crossed", true)) : stay;
    }

    /** A year of which no day is covered has nothing to be billed apart. */
    private boolean yearsCrossed(Known known) {
        var nextYear = LocalDate.of(bill().admissionDate().getYear() + 1, 1, 1);
        return !bill().dischargeDate().isBefore(nextYear)
                && bill().admissionDate().datesUntil(nextYear).anyMatch(known::covered);
    }

    private Facts place() {
        var facts = Facts.none()
                .with("provider_is_tcm", provider.traditional())
                .with("home_county", county(provider.divisionPath()).equals(county(person.divisionPath())));
        var leveled = provider.pharmacy() ? facts : facts.with("provider_level", provider.level());
        return provider.kind().isEmpty() ? leveled : leveled.with("provider_kind", provider.kind());
    }

    /** 院前急诊: whether its lines join the stay is the law's to say. */
    private Facts beforeAdmission(List<ClassifiedItem> items) {
        var before = bill().preHospital();
        if (before == null) {
            return Facts.none();
        }
        var facts = Facts.none()
                .with(PRE_HOSPITAL + "date", before.date())
                .with(PRE_HOSPITAL + "same_hospital", before.here())
                .with(BEFORE_ADMISSION, ClassifiedItem.fees(items.stream().filter(ClassifiedItem::beforeAdmission)));
        return before.observationHours() == null
                ? facts
                : facts.with(
                        PRE_HOSPITAL + "observation_hours",
                        before.observationHours().longValue());
    }

    private static String county(String divisionPath) {
        var parts = divisionPath.split("/");
        return parts.length < 2 ? "" : parts[1];
    }

    /** Reading what the hospital says by the law's declarations refuses words that the law does not know. */
    private void refuseUnknownWords() {
        var said = bill().said().facts();
        if (said.size() == 0) {
            return;
        }
        try {
            FactsJson.read(FactsJson.canonical(said), Vocabulary.of(law).facts("settlement"));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.field(
                    ClaimsProblem.CIRCUMSTANCE_NOT_KNOWN, "/circumstances", unknown.getMessage(), "请对照接口文档的取值");
        }
    }
}
