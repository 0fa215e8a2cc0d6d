package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.claims.ClaimsProblem;
import jumin.claims.catalogue.Restriction;
import jumin.claims.coverage.Cover;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.law.Laws;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.Doctors;
import jumin.claims.provider.ProviderCode;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;

/** Makes the facts of a bill of what this service knows; a person or a cover that it does not know is never guessed. */
@Singleton
public class AssembleBill {

    static final String DOCTOR = "医师 ";

    private static final int MOST_REMARKS = 100;

    private final PreviousStays previous;
    private final EncounterOfBill encounters;
    private final Doctors doctors;
    private final CareTypes careTypes;
    private final Laws laws;
    private final JsonColumn json;
    private final Clock clock;

    AssembleBill(
            PreviousStays previous,
            EncounterOfBill encounters,
            Doctors doctors,
            CareTypes careTypes,
            Laws laws,
            JsonColumn json,
            Clock clock) {
        this.json = json;
        this.previous = previous;
        this.encounters = encounters;
        this.doctors = doctors;
        this.careTypes = careTypes;
        this.laws = laws;
        this.clock = clock;
    }

    /** Throws what is wrong with a bill in itself, before anything is asked of anybody. */
    public void check(BillSubmission bill) {
        new BillCheck(bill, LocalDate.ofInstant(clock.instant(), clock.getZone())).run();
    }

    /** Whether a bill is of a stay, of which a person can have only one at a time. */
    public boolean isStay(String area, BillSubmission bill) {
        return laws.on(area, bill.dischargeDate())
                .map(law -> careTypes.find(law, bill.careType()))
                .filter(CareType::stay)
                .isPresent();
    }

    /** Needs the service's rights. */
    public AssembledBill run(BillSubmission bill, ProviderCode providerCode, KnownOfBill read) {
        check(bill);
        var provider = read.provider().orElseThrow(() -> ReadBill.unknown(providerCode));
        var person = read.person().orElseThrow(FindPerson::unknownId);
        var law = laws.on(person.area(), bill.dischargeDate())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.LAW_NOT_LOADED, "没有统筹区 " + person.area() + " 的法规数据，请联系系统管理员；费用可由个人垫付后零星报销。"));
        var careType = careTypes.find(law, bill.careType());
        refuseEmergencyOfVisit(bill, careType);
        var known = new Known(cover(read.covers(), bill), read.standard());
        var declared = read.filings();
        var billed = new CaseFacts.Billed(
                bill, careType, careTypes.injury(careType, bill.diagnosis().code()));
        var caseFacts = new CaseFacts(billed, person, provider, law);
        var filed = new FilingFacts(declared, caseFacts.visit(), law);
        refuseUnrecognised(filed, careType, bill.said());
        var outside = new OutsidePurchases(law, declared, person.area());
        var restrictions = new Restrictions(
                new Restriction.Care(provider.level(), bill.diagnosis().code(), person.birthDate()),
                read.versions(),
                json);
        var paidFor = PaidFor.of(law, careType.benefit());
        var items = bill.items().stream()
                .map(restrictions::classified)
                .map(item -> restrictions.marked(item, paidFor))
                .map(item -> outside.checked(item).covered(known.covered(item.date())))
                .toList();
        var facts = caseFacts
                .of(known, declared, items)
                .with(previous.before(
                        new PreviousStays.Stay(person.records(), bill.admissionDate(), Optional.empty()), declared))
                .with(encounters.check(bill, providerCode, person.records(), law))
                .with(careType.stay() ? encounters.ofStay(bill, providerCode, person.records(), law) : Facts.none());
        var identity = new BillIdentity(bill.billNumber(), read.billKey(), careType.stay());
        var open = Stream.concat(restrictions.unverified(bill.items()).stream(), outside.unverified(items).stream())
                .toList();
        var record = record(new Parts(bill, careType, person, provider, law, identity, open), known, filed, items);
        return new AssembledBill(person, record, bill.totalAmount(), law, facts);
    }

    /** 院前急诊 goes before a stay. */
    private static void refuseEmergencyOfVisit(BillSubmission bill, CareType careType) {
        if (bill.preHospital() != null && !careType.stay()) {
            throw ProblemException.field(
                    ClaimsProblem.CARE_DATES_INVALID, "/preHospital", careType.name() + "不是住院，没有院前急诊", "急诊费用单独申报");
        }
    }

    /** Who is recognised for one disease is not for another; and what is treated must be said where the limits differ by it. */
    private static void refuseUnrecognised(FilingFacts filed, CareType careType, Circumstances said) {
        var unrecognised = filed.recognised().unrecognised(said);
        if (!filed.needIsMet() || !unrecognised.isEmpty()) {
            throw new ProblemException(
                    ClaimsProblem.RECOGNITION_MISSING,
                    careType.name() + "须先认定：就诊当日没有" + String.join("、", unrecognised)
                            + "有效的认定。请参保人到参保地经办机构申请认定，认定后用原报文编号重发；或按普通门诊结算。未保存任何内容。");
        }
        if (filed.recognised().classIsOpen(said)) {
            throw ProblemException.field(
                    ClaimsProblem.RECOGNITION_MISSING,
                    "/circumstances/diseases",
                    "此人认定了不同类别的慢特病，须写明本次治疗的病种，一张账单一个类别",
                    "填写 diseases、不同类别的分开申报，用原报文编号重发");
        }
    }

    /** Every year that the care touches must be known; an empty list of days is knowledge too. */
    private static List<Cover> cover(List<Cover> known, BillSubmission bill) {
        var first = bill.firstDay().getYear();
        var last = bill.dischargeDate().getYear();
        var missing = IntStream.rangeClosed(first, last)
                .filter(year -> known.stream().noneMatch(one -> one.benefitYear() == year))
                .findFirst();
        if (missing.isPresent()) {
            throw new ProblemException(
                    ClaimsProblem.ENTITLEMENT_UNDETERMINED,
                    "尚未收到该参保人 " + missing.getAsInt()
                            + " 年度的待遇享受期，暂不能结算。请稍后用原报文编号重发；仍无结果的，请参保人联系参保地经办机构，费用可先由个人垫付后零星报销。未保存任何内容。");
        }
        return known;
    }

    private record Parts(
            BillSubmission bill,
            CareType careType,
            InsuredPerson person,
            CareProvider provider,
            Law law,
            BillIdentity identity,
            List<String> open) {}

    private List<String> unverified(Parts parts, Known known, FilingFacts filed) {
        var year = parts.bill().dischargeDate().getYear();
        return Stream.of(
                        known.oldLine(parts.careType(), year).stream().toList(),
                        filed.unverified(parts.bill().said()),
                        parts.open(),
                        doctorsWithoutStanding(parts.bill(), parts.provider()))
                .flatMap(List::stream)
                .toList();
    }

    /** Judged by the state on each line's day; nothing is asked where no line names a doctor. */
    private List<String> doctorsWithoutStanding(BillSubmission bill, CareProvider provider) {
        var named = bill.items().stream().filter(line -> line.doctor() != null).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        var register = doctors.register(
                provider.code(),
                named.stream().map(ItemSubmission::doctor).distinct().toList());
        return named.stream()
                .filter(line -> !register.holds(line.doctor(), line.date()))
                .map(line -> DOCTOR + line.doctor() + " 于 " + line.date() + " 没有医保支付资格的登记，待核实")
                .distinct()
                .limit(MOST_REMARKS)
                .toList();
    }

    private BillRecord record(Parts parts, Known known, FilingFacts filed, List<ClassifiedItem> items) {
        var bill = parts.bill();
        return new BillRecord(
                parts.provider().code(),
                parts.provider().name(),
                StandingOfProvider.title(parts.law(), parts.provider()),
                Masked.name(parts.person().name()),
                parts.person().idMasked(),
                parts.careType().code(),
                parts.careType().name(),
                bill.admissionDate(),
                bill.dischargeDate(),
                bill.diagnosis(),
                new PersonFacts(parts.person(), parts.law(), bill.dischargeDate()).categories(),
                known.sources(bill.admissionDate(), bill.dischargeDate()),
                items,
                bill.said(),
                unverified(parts, known, filed),
                bill.encounter(),
                bill.midway() ? true : null,
                parts.identity());
    }
}
