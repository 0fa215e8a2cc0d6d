package jumin.claims.adjudication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jumin.claims.coverage.Covers;
import jumin.claims.filing.Filing;
import jumin.claims.filing.Filings;
import jumin.claims.filing.StatedFacts;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.provider.CareProvider;
import jumin.regulation.fact.Facts;
import jumin.regulation.settlement.SettlementFacts;

/** 按今天所知重述一张账单: what the provider said stays; person, cover and standards are as they are known today. */
@ApplicationScoped
public class RefreshBill {

    private final Covers covers;
    private final Filings filings;
    private final StandingOfProvider providers;
    private final CareTypes careTypes;
    private final PreviousStays previous;
    private final EncounterOfBill encounters;

    RefreshBill(
            Covers covers,
            Filings filings,
            StandingOfProvider providers,
            CareTypes careTypes,
            PreviousStays previous,
            EncounterOfBill encounters) {
        this.covers = covers;
        this.filings = filings;
        this.providers = providers;
        this.careTypes = careTypes;
        this.previous = previous;
        this.encounters = encounters;
    }

    /** @param stored the bill and facts of the old decision, read by the vocabulary of {@code stored.law()} */
    public AssembledBill run(AssembledBill stored) {
        var place = providers.of(stored);
        var decided = place.map(now -> providers.restated(stored, now)).orElse(stored);
        var bill = decided.bill();
        var known = known(decided.person(), bill.admissionDate(), bill.dischargeDate());
        var person = new PersonFacts(decided.person(), decided.law(), bill.dischargeDate());
        var declared = filings.of(decided.person().records());
        var outside =
                new OutsidePurchases(decided.law(), declared, decided.person().area());
        var items = bill.items().stream()
                .map(item -> outside.checked(item).covered(known.covered(item.date())))
                .toList();
        var filed = place.map(provider -> filed(decided, declared, provider));
        var record = bill.restated(
                person.categories(),
                known.sources(bill.admissionDate(), bill.dischargeDate()),
                items,
                filed.map(one -> unverified(one, known, bill)).orElse(bill.unverified()));
        var kept = cleared(decided, declared)
                ? without(decided.facts(), AssembledBill.OVERLAPPING::equals)
                : decided.facts();
        var stated = new StatedFacts(decided.law());
        var facts = filed.map(one -> without(withoutDecided(kept), stated::decides)
                        .with(one.of(bill.said()))
                        .with(stated.filed(declared, bill.providerCode(), bill.admissionDate())))
                .orElse(kept);
        return new AssembledBill(
                decided.person(),
                record,
                decided.totalAmount(),
                decided.law(),
                person.into(
                        handedOn(
                                asBilled(
                                        without(facts, RefreshBill::ofStandard),
                                        items,
                                        outside,
                                        OutsidePurchases.among(items) || decided != stored),
                                decided,
                                declared),
                        known));
    }

    /** 外检外购: what was bought under a filing that holds no more is no such purchase; and other payment standards are others of the lines. */
    private static SettlementFacts asBilled(
            SettlementFacts facts, List<ClassifiedItem> items, OutsidePurchases outside, boolean anew) {
        return anew ? without(facts, OutsidePurchases.GROUP::equals).with(outside.facts(items)) : facts;
    }

    /** 前次住院: as it is settled today, which may be later than this bill, or no more. */
    private SettlementFacts handedOn(SettlementFacts facts, AssembledBill decided, List<Filing> declared) {
        var bill = decided.bill();
        var stay = new PreviousStays.Stay(
                decided.person().records(),
                bill.admissionDate(),
                Optional.ofNullable(bill.identity()).map(BillIdentity::key));
        return without(facts, name -> name.startsWith(PreviousStays.PREFIX))
                .with(previous.before(stay, declared))
                .with(encounters.continued(bill, stay));
    }

    /** An overlap with another stay counts until two persons have looked at it. */
    private static boolean cleared(AssembledBill decided, List<Filing> declared) {
        return decided.facts().facts().has(AssembledBill.OVERLAPPING)
                && declared.stream()
                        .anyMatch(one -> one.clearsOverlap(decided.bill().admissionDate()));
    }

    private Known known(InsuredPerson person, LocalDate admission, LocalDate discharge) {
        return new Known(
                covers.of(person.id(), admission.getYear(), discharge.getYear()),
                covers.standard(person.area(), discharge.getYear()));
    }

    /** What concerns the doctors of the day and the catalogue has not changed since. */
    private static List<String> unverified(FilingFacts filed, Known known, BillRecord bill) {
        var kept = bill.unverified().stream()
                .filter(text -> text.startsWith(AssembleBill.DOCTOR)
                        || text.startsWith(Restrictions.OPEN)
                        || text.startsWith(OutsidePurchases.OPEN));
        var oldLine =
                known.oldLine(filed.visit().careType(), bill.dischargeDate().getYear());
        return Stream.of(oldLine.stream(), filed.unverified(bill.said()).stream(), kept)
                .flatMap(all -> all)
                .toList();
    }

    /** Only a provider that is registered here has a place to compare a filing with: not that of a bill paid by the person abroad. */
    private FilingFacts filed(AssembledBill decided, List<Filing> declared, CareProvider provider) {
        var bill = decided.bill();
        var person = decided.person();
        return new FilingFacts(
                declared,
                new FilingFacts.Visit(
                        careTypes.find(decided.law(), bill.careType()),
                        injury(decided),
                        provider.area(),
                        provider.divisionPath(),
                        person.area(),
                        bill.admissionDate(),
                        bill.dischargeDate()),
                decided.law());
    }

    /** What was paid before injuries had to be declared is not asked for its declaration afterwards. */
    private boolean injury(AssembledBill decided) {
        var facts = decided.facts().facts();
        var asked = facts.flag("third_party_undecided") || facts.has("third_party_share");
        return asked
                && careTypes.injury(
                        careTypes.find(decided.law(), decided.bill().careType()),
                        decided.bill().diagnosis().code());
    }

    private static SettlementFacts withoutDecided(SettlementFacts facts) {
        return without(facts, FilingFacts.DECIDED::contains);
    }

    private static boolean ofStandard(String name) {
        return name.equals("per_capita_income")
                || name.equals(PersonFacts.CONTINUOUS_YEARS)
                || GivenParameters.NAMES.contains(name);
    }

    /** What was withdrawn is not kept. */
    private static SettlementFacts without(SettlementFacts facts, Predicate<String> names) {
        var kept = Facts.none();
        for (var fact : facts.facts().all().entrySet()) {
            kept = names.test(fact.getKey()) ? kept : kept.with(fact.getKey(), fact.getValue());
        }
        return new SettlementFacts(kept);
    }
}
