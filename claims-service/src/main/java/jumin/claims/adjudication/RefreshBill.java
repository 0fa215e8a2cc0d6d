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

    /** What a recognition of a chronic disease decides. */
    private static final List<String> CHRONIC = List.of("chronic_certified", "diseases", "chronic_class");

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
        var known = known(decided.person(), firstDay(bill), bill.dischargeDate());
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
                filed.map(one -> unverified(one, known, bill)).orElseGet(() -> withoutOldLine(bill)));
        var kept = cleared(decided, declared)
                ? without(decided.facts(), AssembledBill.OVERLAPPING::equals)
                : decided.facts();
        var stated = new StatedFacts(decided.law());
        var facts = filed.map(one -> without(withoutDecided(kept), stated::decides)
                        .with(declared(one, kept.facts(), bill.said()))
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
        if (!anew) {
            return facts;
        }
        var billed = without(facts, OutsidePurchases.GROUP::equals).with(outside.facts(items));
        return items.stream().anyMatch(ClassifiedItem::beforeAdmission)
                ? billed.with(Facts.none()
                        .with(
                                CaseFacts.BEFORE_ADMISSION,
                                ClassifiedItem.fees(items.stream().filter(ClassifiedItem::beforeAdmission))))
                : billed;
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

    /** Emergency care before the admission has days of its own. */
    private static LocalDate firstDay(BillRecord bill) {
        return bill.items().stream()
                .map(ClassifiedItem::date)
                .reduce(bill.admissionDate(), (one, other) -> other.isBefore(one) ? other : one);
    }

    private Known known(InsuredPerson person, LocalDate first, LocalDate discharge) {
        return new Known(
                covers.of(person.id(), first.getYear(), discharge.getYear()),
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

    /** Of a bill from elsewhere: that a line was provisional is not said once it is final. */
    private static List<String> withoutOldLine(BillRecord bill) {
        return bill.unverified().stream()
                .filter(text -> !text.startsWith(Known.OLD_LINE))
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

    /** What the filings say; the class of a chronic disease stays where the bill leaves it open. */
    private static Facts declared(FilingFacts filed, Facts before, Circumstances said) {
        var facts = filed.of(said);
        if (!filed.recognised().keeps(before.words("diseases"), said)) {
            return facts;
        }
        var kept = Facts.none();
        for (var fact : facts.all().entrySet()) {
            kept = CHRONIC.contains(fact.getKey()) ? kept : kept.with(fact.getKey(), fact.getValue());
        }
        for (var name : CHRONIC) {
            var decided = before.find(name);
            kept = decided.isPresent() ? kept.with(name, decided.get()) : kept;
        }
        return kept;
    }

    private static SettlementFacts withoutDecided(SettlementFacts facts) {
        return without(facts, FilingFacts.DECIDED::contains);
    }

    private static boolean ofStandard(String name) {
        return name.equals("per_capita_income")
                || name.equals(PersonFacts.CONTINUOUS_YEARS)
                || name.equals(PersonFacts.ZERO_CLAIM_YEARS)
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
