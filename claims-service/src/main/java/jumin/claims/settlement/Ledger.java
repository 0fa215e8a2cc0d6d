package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.platform.feed.Feed;
import jumin.platform.sql.Sql;
import jumin.platform.sql.Sql.ArrayOf;
import jumin.regulation.Money;

/**
 * Writes a settlement or a reversal: accumulators, record, document, entries and postings in one statement, then the
 * feed, all in the caller's transaction. The caller has locked the person-year.
 */
@ApplicationScoped
public class Ledger {

    private static final String WRITE = """
            with year as (
                update person_year set version = version + 1, sums = ?::jsonb, division_path = ?
                where person_id = ? and benefit_year = ? returning person_id, benefit_year, version),
            head as (
                insert into settlement (id, number, kind, reverses, outcome, provider, message_id, area, division_path,
                    person_id, person_name_masked, person_id_masked, benefit_year, year_version, total_fen, pool_fen,
                    critical_illness_fen, medical_assistance_fen, third_party_fen, person_fen, law_release,
                    placeholders_allowed, law_on, settled_on, recorded_at, reason, redo, replaces, place)
                select ?, 'JS' || to_char(?::date, 'YYYYMMDD') || nextval('settlement_number'), ?, ?::uuid, ?, ?, ?, ?, ?,
                    year.person_id, ?, ?, year.benefit_year, year.version, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::bigint from year
                returning id, number, year_version, provider, division_path, person_id, benefit_year, settled_on, recorded_at),
            document as (
                insert into settlement_document (settlement_id, provider, division_path, bill, facts, decision)
                select id, provider, division_path, bill::jsonb, facts, decision
                from head, (values (?::text, ?::text, ?::text)) as given (bill, facts, decision) where bill is not null),
            entries as (
                insert into accumulator_entry (settlement_id, name, person_id, benefit_year, provider, division_path, amount)
                select id, name, person_id, benefit_year, provider, division_path, amount
                from head, unnest(?::text[], ?::bigint[]) as given (name, amount)),
            moves as (
                insert into posting (settlement_id, line, account_from, account_to, amount_fen, provider, division_path,
                                     occurred_on, recorded_at)
                select id, line, account_from, account_to, amount_fen, provider, division_path, settled_on, recorded_at
                from head, unnest(?::text[], ?::text[], ?::bigint[]) with ordinality
                    as given (account_from, account_to, amount_fen, line))
            select number, year_version from head
            """;

    private final Sql database;
    private final PersonYears years;
    private final Feed feed;

    Ledger(Sql database, PersonYears years, Feed feed) {
        this.database = database;
        this.years = years;
        this.feed = feed;
    }

    /**
     * What is written.
     *
     * @param row without number and version, which the database gives
     * @param before the locked sums
     * @param document absent (null texts) for a reversal
     */
    public record Write(
            SettlementRow row,
            YearToDate before,
            List<YearToDate.Entry> entries,
            List<Posting> postings,
            Settlements.Document document) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementRow write(Write write) {
        var row = write.row();
        var written = database.first(
                        WRITE,
                        found -> with(row, found.getString(1), found.getLong(2)),
                        values(write).toArray())
                .orElseThrow();
        if (row.outcome() == SettlementRow.Outcome.PAID) {
            feed.publish("settlement", row.year().person().toString(), event(written));
        }
        return written;
    }

    private List<Object> values(Write write) {
        var row = write.row();
        var values = new ArrayList<Object>();
        values.addAll(List.of(
                years.json(write.before().plus(write.entries())),
                row.origin().divisionPath(),
                row.year().person().value(),
                row.year().benefitYear(),
                row.id().value(),
                row.settledOn(),
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
        values.add(write.document().bill());
        values.add(write.document().facts());
        values.add(write.document().decision());
        values.add(column("text", write.entries(), YearToDate.Entry::name));
        values.add(column("bigint", write.entries(), YearToDate.Entry::amount));
        values.add(column("text", write.postings(), Posting::from));
        values.add(column("text", write.postings(), Posting::to));
        values.add(
                column("bigint", write.postings(), posting -> posting.amount().fen()));
        return values;
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

    private static <T> ArrayOf column(String type, List<T> rows, Function<T, ?> value) {
        return new ArrayOf(type, rows.stream().map(value).toList());
    }

    private static SettlementRow with(SettlementRow row, String number, long version) {
        return new SettlementRow(
                row.id(),
                number,
                row.kind(),
                row.reverses(),
                row.redone(),
                row.outcome(),
                row.origin(),
                row.year(),
                version,
                row.payers(),
                row.law(),
                row.settledOn(),
                row.recordedAt(),
                row.reason());
    }

    /** What contribution's fund books read. A row of a redo changes nothing of what the provider is owed: a payout does the rest. */
    record SettlementEvent(
            SettlementId settlementId,
            SettlementRow.Kind kind,
            SettlementId reverses,
            String provider,
            String area,
            int benefitYear,
            Money poolPay,
            Money criticalIllnessPay,
            Money medicalAssistancePay,
            Money personPay,
            Money totalAmount,
            LocalDate settledOn,
            UUID redo,
            SettlementId replaces) {}

    private static Object event(SettlementRow row) {
        var payers = row.payers();
        return new SettlementEvent(
                row.id(),
                row.kind(),
                row.reverses().orElse(null),
                row.origin().provider(),
                row.law().area(),
                row.year().benefitYear(),
                payers.pool(),
                payers.criticalIllness(),
                payers.medicalAssistance(),
                payers.person(),
                payers.total(),
                row.settledOn(),
                row.redone().map(SettlementRow.Redone::redo).orElse(null),
                row.redone().flatMap(SettlementRow.Redone::replaces).orElse(null));
    }
}
