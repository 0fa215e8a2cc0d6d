package jumin.claims.settlement;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.DecisionDocument;
import jumin.claims.adjudication.DecisionDocuments;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * Writes a settlement or a reversal in one statement: the year with its version; the record with its document, entries and
 * postings; what was paid for; the feed, which names the record; and where they are given the answer to the message and the trail. With it the
 * message is no longer open. When the year has moved on since it was read, nothing is written.
 */
@Singleton
public class Ledger {

    /** The bench sends the same statement. */
    public static final String WRITE = """
            with year as (
                insert into person_year as y (person_id, benefit_year, division_path, version, sums)
                values (?, ?, ?, 1, ?::jsonb)
                on conflict (person_id, benefit_year) do update
                set version = y.version + 1, sums = excluded.sums
                where y.version = ?
                returning y.person_id, y.benefit_year, y.version),
            head as (
                insert into settlement (id, number, kind, reverses, outcome, provider, message_id, area, division_path,
                    person_id, person_name_masked, person_id_masked, benefit_year, year_version, total_fen, pool_fen,
                    critical_illness_fen, medical_assistance_fen, third_party_fen, person_fen, law_release,
                    placeholders_allowed, law_on, settled_on, recorded_at, reason, redo, replaces, place, entries, postings,
                    document)
                select ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, year.person_id, ?, ?, year.benefit_year, year.version, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::bigint, ?::jsonb, ?::jsonb, ?::bytea from year
                returning id, provider, message_id, division_path, person_id, recorded_at),
            care as (
                insert into paid_care (settlement_id, person_id, care_provider, bill_key, stay, admission, discharge, diagnosis,
                                       encounter, interim, provider, division_path)
                select id, person_id, given.*, provider, division_path
                from head, (values (?::text, ?::text, ?::boolean, ?::date, ?::date, ?::text, ?::uuid, ?::boolean))
                    as given (care_provider, bill_key, stay, admission, discharge, diagnosis, encounter, interim)
                where care_provider is not null),
            feed as (
                insert into change_feed (kind, subject, recorded_at, payload, settlement)
                select 'settlement', person_id, recorded_at, '{}', id from head where ?),
            answer as (
                insert into idempotency (client, key, fingerprint, claimed_at, status, location)
                select client, key, fingerprint, recorded_at, status, ''
                from head, (values (?::text, ?::text, ?::text, ?::int))
                    as given (client, key, fingerprint, status) where client is not null),
            trail as (
                insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
                select given.* from head, (values (?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text))
                    as given (at, actor, action, what, subject, division_path, detail, trace_id) where what is not null),
            intake as (
                delete from message_intake m using head where m.provider = head.provider and m.message_id = head.message_id)
            select count(*) from head
            """;

    /** As many nulls as a receipt has values. */
    private static final List<Object> NO_RECEIPT = Arrays.asList(new Object[12]);

    private static final List<Object> NO_CARE = Arrays.asList(new Object[8]);

    private final Sql database;
    private final PersonYears years;
    private final JsonColumn json;
    private final DecisionDocuments documents;

    Ledger(Sql database, PersonYears years, JsonColumn json, DecisionDocuments documents) {
        this.database = database;
        this.years = years;
        this.json = json;
        this.documents = documents;
    }

    /**
     * What is written.
     *
     * @param row of the version after {@code before}
     * @param document absent for a reversal
     * @param care absent where nothing is paid
     * @param receipt absent where the message is answered apart from this statement; its answer is stored with the document
     */
    public record Write(
            SettlementRow row,
            YearSoFar before,
            List<YearToDate.Entry> entries,
            List<Posting> postings,
            Optional<DecisionDocument> document,
            Optional<PaidCare> care,
            Optional<Receipt> receipt) {

        public Write {
            if (receipt.isPresent() && document.isEmpty()) {
                throw new IllegalArgumentException("there is no document for the answer to stand with");
            }
        }

        Write with(Receipt given) {
            return new Write(row, before, entries, postings, document, care, Optional.of(given));
        }
    }

    /** That a message was answered, and the trail of it. */
    record Receipt(Once.Message message, Once.Stored answer, Audit.Event trail) {}

    /** The caller has locked the year, so it cannot have moved on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementRow write(Write write) {
        if (!writeUnlessMovedOn(write)) {
            throw new IllegalStateException("the year moved on although it is locked");
        }
        return write.row();
    }

    /** False when the year has been written since it was read; then nothing is. */
    boolean writeUnlessMovedOn(Write write) {
        return database.count(WRITE, values(write).toArray()) == 1;
    }

    private List<Object> values(Write write) {
        var row = write.row();
        var values = new ArrayList<Object>();
        values.addAll(List.of(
                row.year().person().value(),
                row.year().benefitYear(),
                row.origin().divisionPath(),
                years.json(write.before().sums().plus(write.entries())),
                write.before().version(),
                row.id().value(),
                row.number(),
                row.kind().name()));
        values.add(row.reverses().map(SettlementId::value).orElse(null));
        values.addAll(List.of(
                row.outcome().name(),
                row.origin().provider(),
                row.origin().messageId(),
                row.law().area(),
                row.origin().divisionPath(),
                row.origin().personName(),
                row.origin().personIdNumber()));
        values.addAll(fen(row.payers()));
        values.addAll(List.of(
                row.law().release(),
                row.law().placeholdersAllowed(),
                row.law().on(),
                row.settledOn(),
                row.recordedAt(),
                row.reason()));
        values.add(row.redone().map(SettlementRow.Redone::redo));
        values.add(row.redone().flatMap(SettlementRow.Redone::replaces).map(SettlementId::value));
        values.add(row.redone().map(SettlementRow.Redone::place));
        values.add(json.write(entries(write.entries())));
        values.add(json.write(write.postings().stream()
                .map(posting ->
                        List.of(posting.from(), posting.to(), posting.amount().fen()))
                .toList()));
        values.add(write.document().map(document -> packed(document, write.receipt())));
        values.addAll(write.care().map(Ledger::values).orElse(NO_CARE));
        values.add(row.outcome() == SettlementRow.Outcome.PAID);
        values.addAll(write.receipt().map(Ledger::values).orElse(NO_RECEIPT));
        return values;
    }

    private byte[] packed(DecisionDocument document, Optional<Receipt> receipt) {
        return receipt.map(given -> documents.write(document, given.answer().body()))
                .orElseGet(() -> documents.write(document));
    }

    private static SortedMap<String, Long> entries(List<YearToDate.Entry> entries) {
        return YearToDate.NOTHING.plus(entries).sums();
    }

    private static List<Object> values(PaidCare care) {
        return Arrays.asList(
                care.provider(),
                care.billKey(),
                care.stay(),
                care.admission(),
                care.discharge(),
                care.diagnosis(),
                care.encounter(),
                care.interim());
    }

    private static List<Object> values(Receipt receipt) {
        var message = receipt.message();
        var answer = receipt.answer();
        var trail = receipt.trail();
        return List.of(
                message.client(),
                message.key(),
                message.fingerprint(),
                answer.status(),
                trail.at(),
                trail.actor(),
                trail.action(),
                trail.what(),
                trail.subject(),
                trail.divisionPath(),
                trail.detail(),
                trail.traceId());
    }

    private static List<Long> fen(Payers payers) {
        return Stream.of(
                        payers.total(),
                        payers.pool(),
                        payers.criticalIllness(),
                        payers.medicalAssistance(),
                        payers.thirdParty(),
                        payers.person())
                .map(Money::fen)
                .toList();
    }
}
