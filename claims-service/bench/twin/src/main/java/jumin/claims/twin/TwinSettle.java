package jumin.claims.twin;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.adjudication.ItemSubmission;
import jumin.claims.adjudication.KnownOfBill;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.coverage.Covers;
import jumin.claims.filing.Filings;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.Posting;
import jumin.claims.settlement.SettlementViews;
import jumin.platform.idempotency.Once;
import jumin.platform.sql.JsonColumn;

/**
 * A settlement as an application of entities does it: look up, lock the year, decide by the same engine, persist row by row, with batches.
 * It does less than the service: persons, cover and filings are read by the service's plain statements, nothing is asked about other
 * stays, and its tables have neither row-level security nor checks.
 */
@ApplicationScoped
class TwinSettle {

    private final EntityManager entities;
    private final InsuredPersons persons;
    private final CareProviders providers;
    private final Covers covers;
    private final Filings filings;
    private final AssembleBill assemble;
    private final SettlementViews views;
    private final Once once;
    private final JsonColumn json;
    private final Clock clock;

    TwinSettle(
            EntityManager entities,
            InsuredPersons persons,
            CareProviders providers,
            Covers covers,
            Filings filings,
            AssembleBill assemble,
            SettlementViews views,
            Once once,
            JsonColumn json,
            Clock clock) {
        this.entities = entities;
        this.persons = persons;
        this.providers = providers;
        this.covers = covers;
        this.filings = filings;
        this.assemble = assemble;
        this.views = views;
        this.once = once;
        this.json = json;
        this.clock = clock;
    }

    Response run(BillSubmission bill, ProviderCode provider, Once.Message message) {
        var told = entities.find(TwinAnswer.class, message.client() + " " + message.key());
        if (told != null) {
            return once.replay(message, new Once.Stored(told.fingerprint, told.status, "", told.body));
        }
        var person = persons.find(bill.person().known().orElseThrow()).orElseThrow();
        var year = year(person, bill.dischargeDate().getYear());
        var before = YearToDate.of(json.read(year.sums, new TypeReference<Map<String, Long>>() {}));
        var assembled =
                assemble.run(bill, provider, known(bill, provider, person, new YearSoFar(year.version, before)));
        var decided = assembled.decide(before);
        year.sums = json.write(before.plus(decided.entries()).sums());
        var settlement = settlement(decided, provider, message);
        entities.persist(settlement);
        var view = views.trial(decided, List.of());
        var stored = once.stored(message, new Once.Answer(201, view, "/api/claims/v1/settlements/" + settlement.id));
        rest(settlement, person, message, stored);
        return once.response(stored).build();
    }

    private TwinYear year(InsuredPerson person, int benefitYear) {
        var id = person.id() + " " + benefitYear;
        var known = entities.find(TwinYear.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        var opened = new TwinYear();
        opened.id = id;
        opened.sums = "{}";
        entities.persist(opened);
        return opened;
    }

    private KnownOfBill known(BillSubmission bill, ProviderCode code, InsuredPerson person, YearSoFar year) {
        var ends = bill.dischargeDate().getYear();
        return new KnownOfBill(
                providers.on(code, bill.admissionDate()),
                Optional.of(person),
                covers.of(person.id(), bill.admissionDate().getYear(), ends),
                covers.standard(person.area(), ends),
                filings.of(person.records()),
                versions(bill, person.area()),
                year,
                OptionalLong.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private Map<String, List<CatalogueVersion>> versions(BillSubmission bill, String area) {
        return entities.createQuery(
                        "select c from TwinCatalogueItem c where c.area = :area and c.code in :codes",
                        TwinCatalogueItem.class)
                .setParameter("area", area)
                .setParameter(
                        "codes",
                        bill.items().stream()
                                .map(ItemSubmission::code)
                                .distinct()
                                .toList())
                .getResultStream()
                .map(TwinCatalogueItem::version)
                .collect(Collectors.groupingBy(CatalogueVersion::askedCode));
    }

    private TwinSettlement settlement(AssembledBill.Decided decided, ProviderCode provider, Once.Message message) {
        var bill = decided.bill();
        var payers = Payers.of(decided.decision().amounts(), bill.totalAmount());
        var one = new TwinSettlement();
        one.number = "TW" + message.key();
        one.provider = provider.value();
        one.messageId = message.key();
        one.personId = bill.person().id().value();
        one.benefitYear = bill.year().benefitYear();
        one.outcome = SettlementViews.outcome(decided.decision()).name();
        one.totalFen = payers.total().fen();
        one.poolFen = payers.pool().fen();
        one.criticalIllnessFen = payers.criticalIllness().fen();
        one.medicalAssistanceFen = payers.medicalAssistance().fen();
        one.thirdPartyFen = payers.thirdParty().fen();
        one.personFen = payers.person().fen();
        one.lawRelease = decided.decision().release();
        one.facts = decided.facts().canonicalJson();
        one.recordedAt = OffsetDateTime.now(clock);
        new TwinParts(one).of(decided, Posting.of(payers, bill, provider.value()));
        return one;
    }

    private void rest(TwinSettlement settlement, InsuredPerson person, Once.Message message, Once.Stored stored) {
        var change = new TwinChange();
        change.subject = person.id().toString();
        change.recordedAt = settlement.recordedAt;
        change.payload = json.write(Map.of(
                "settlementId", settlement.number, "poolPay", settlement.poolFen, "personPay", settlement.personFen));
        entities.persist(change);
        var trail = new TwinTrail();
        trail.recordedAt = settlement.recordedAt;
        trail.actor = message.client();
        trail.subject = settlement.number;
        trail.detail = person.divisionPath();
        entities.persist(trail);
        var answer = new TwinAnswer();
        answer.id = message.client() + " " + message.key();
        answer.fingerprint = stored.fingerprint();
        answer.status = stored.status();
        answer.body = stored.body();
        entities.persist(answer);
    }
}
