package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.DecisionDocument;
import jumin.claims.adjudication.DecisionDocuments;
import jumin.claims.insured.PersonId;
import jumin.claims.law.UsedLaw;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Reads settlements; row-level security decides which. */
@ApplicationScoped
public class Settlements {

    private static final String COLUMNS = """
            select id, number, kind, reverses, outcome, provider, message_id, division_path, person_name_masked,
                   person_id_masked, person_id, benefit_year, year_version, total_fen, pool_fen, critical_illness_fen,
                   medical_assistance_fen, third_party_fen, person_fen, area, law_release, law_on, placeholders_allowed,
                   settled_on, recorded_at, reason, redo, replaces, place
            from settlement
            """;

    /** 零星报销: the person has paid, no provider settles. */
    public static final String NO_PROVIDER = "-";

    private final Sql database;
    private final DecisionDocuments documents;

    Settlements(Sql database, DecisionDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    public Optional<SettlementRow> find(SettlementId id) {
        return database.first(COLUMNS + "where id = ?", Settlements::row, id.value());
    }

    /** Among the rows that the caller sees: a hospital's own message. */
    Optional<SettlementRow> byMessage(String messageId) {
        return database.first(
                COLUMNS + "where message_id = ? order by recorded_at limit 1", Settlements::row, messageId);
    }

    Optional<SettlementRow> byNumber(String number) {
        return database.first(COLUMNS + "where number = ?", Settlements::row, number);
    }

    public Optional<SettlementRow> reversalOf(SettlementId id) {
        return database.first(COLUMNS + "where reverses = ?", Settlements::row, id.value());
    }

    /** The decisions of a person-year that stand (neither reversed nor replaced) from a place on, in their order. */
    public List<SettlementRow> standing(PersonYear year, long fromPlace) {
        var standing = """
                where person_id = ? and benefit_year = ? and coalesce(place, year_version) >= ? and kind = 'SETTLEMENT'
                  and not exists (select 1 from settlement r where r.reverses = settlement.id)
                  and not exists (select 1 from settlement n where n.replaces = settlement.id)
                order by coalesce(place, year_version)
                """;
        return database.list(
                COLUMNS + standing, Settlements::row, year.person().value(), year.benefitYear(), fromPlace);
    }

    /** The years in which a person has decisions. */
    public List<PersonYear> yearsOf(PersonId person) {
        return database.list(
                "select distinct benefit_year from settlement where person_id = ? order by 1",
                row -> new PersonYear(person, row.getInt(1)),
                person.value());
    }

    /** What was settled in an area on some days. */
    public record Days(String area, LocalDate from, LocalDate to) {}

    /** Decisions of some days that stand, refused ones apart, in the order of their ids. */
    public List<SettlementRow> settledBetween(Days days, String after, int limit) {
        var standing = """
                where area = ? and settled_on between ? and ? and kind = 'SETTLEMENT' and outcome <> 'REFUSED' and id > ?::uuid
                  and not exists (select 1 from settlement r where r.reverses = settlement.id)
                order by id limit ?
                """;
        return database.list(COLUMNS + standing, Settlements::row, days.area(), days.from(), days.to(), after, limit);
    }

    /** The decision of which this one is the latest form: it was made for the person whose care it was, and the provider was paid by it. */
    public SettlementRow first(SettlementRow row) {
        var first = row;
        for (var before = replaced(first); before.isPresent(); before = replaced(first)) {
            first = before.get();
        }
        return first;
    }

    private Optional<SettlementRow> replaced(SettlementRow row) {
        return row.redone().flatMap(SettlementRow.Redone::replaces).flatMap(this::find);
    }

    public Optional<SettlementRow> replacementOf(SettlementId id) {
        return database.first(COLUMNS + "where replaces = ?", Settlements::row, id.value());
    }

    public List<Posting> postings(SettlementId id) {
        return database.list(
                "select account_from, account_to, amount_fen from posting where settlement_id = ? order by line",
                row -> new Posting(row.getString(1), row.getString(2), Money.ofFen(row.getLong(3))),
                id.value());
    }

    public List<SettlementRow> ofYear(PersonYear year) {
        return database.list(
                COLUMNS + "where person_id = ? and benefit_year = ? order by year_version",
                Settlements::row,
                year.person().value(),
                year.benefitYear());
    }

    public Optional<DecisionDocument> document(SettlementId id) {
        return database.first(
                "select document from settlement where id = ? and document is not null",
                row -> documents.read(row.getBytes(1)),
                id.value());
    }

    /** Many at once, in the order of their ids. */
    List<SettlementRow> all(List<SettlementId> ids) {
        return database.list(COLUMNS + "where id = any (?::uuid[]) order by id", Settlements::row, uuids(ids));
    }

    /** The documents of many at once; a reversal has none of its own. */
    public Map<SettlementId, DecisionDocument> documents(List<SettlementId> ids) {
        var found = new HashMap<SettlementId, DecisionDocument>();
        database.list(
                "select id, document from settlement where id = any (?::uuid[]) and document is not null",
                row -> found.put(new SettlementId(row.getObject(1, UUID.class)), documents.read(row.getBytes(2))),
                uuids(ids));
        return found;
    }

    /** By what each of many was reversed, or replaced. */
    Map<SettlementId, SettlementId> successors(List<SettlementId> ids, SettlementRow.Kind kind) {
        var found = new HashMap<SettlementId, SettlementId>();
        var column = kind == SettlementRow.Kind.REVERSAL ? "reverses" : "replaces";
        database.list(
                "select %s, id from settlement where %s = any (?::uuid[])".formatted(column, column),
                row -> found.put(
                        new SettlementId(row.getObject(1, UUID.class)), new SettlementId(row.getObject(2, UUID.class))),
                uuids(ids));
        return found;
    }

    private static Sql.ArrayOf uuids(List<SettlementId> ids) {
        return new Sql.ArrayOf("uuid", ids.stream().map(SettlementId::value).toList());
    }

    /** The bytes that a message was answered with, and the settlement that they tell of. */
    record GivenAnswer(SettlementId settlement, byte[] body) {}

    /** The answer to a provider's message that has stored it with its document. */
    Optional<GivenAnswer> answer(String provider, String messageId) {
        return database.first(
                        "select id, document from settlement where provider = ? and message_id = ? and document is not null",
                        row -> {
                            var id = new SettlementId(row.getObject(1, UUID.class));
                            return documents.answer(row.getBytes(2)).map(body -> new GivenAnswer(id, body));
                        },
                        provider,
                        messageId)
                .flatMap(answer -> answer);
    }

    /** 业务单号, of the day; the sequence only grows, with gaps. */
    static String number(LocalDate day, long sequence) {
        return "JS" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + sequence;
    }

    /** For a number that no other statement has brought. */
    long nextOfSequence() {
        return database.count("select nextval('settlement_number')");
    }

    public List<YearToDate.Entry> entries(SettlementId id) {
        return database.list(
                "select name, amount from accumulator_entry where settlement_id = ? order by name",
                row -> new YearToDate.Entry(row.getString(1), row.getLong(2)),
                id.value());
    }

    private static SettlementRow row(ResultSet row) throws SQLException {
        return new SettlementRow(
                new SettlementId(row.getObject(1, UUID.class)),
                row.getString(2),
                SettlementRow.Kind.valueOf(row.getString(3)),
                Optional.ofNullable(row.getObject(4, UUID.class)).map(SettlementId::new),
                redone(row),
                SettlementRow.Outcome.valueOf(row.getString(5)),
                new SettlementRow.Origin(
                        row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(10)),
                new PersonYear(new PersonId(row.getObject(11, UUID.class)), row.getInt(12)),
                row.getLong(13),
                payers(row),
                new UsedLaw(
                        row.getString(20), row.getString(21), row.getObject(22, LocalDate.class), row.getBoolean(23)),
                row.getObject(24, LocalDate.class),
                row.getObject(25, OffsetDateTime.class),
                row.getString(26));
    }

    private static Optional<SettlementRow.Redone> redone(ResultSet row) throws SQLException {
        var redo = row.getObject(27, UUID.class);
        return redo == null
                ? Optional.empty()
                : Optional.of(new SettlementRow.Redone(
                        redo,
                        Optional.ofNullable(row.getObject(28, UUID.class)).map(SettlementId::new),
                        row.getLong(29)));
    }

    private static Payers payers(ResultSet row) throws SQLException {
        return new Payers(
                Money.ofFen(row.getLong(14)),
                Money.ofFen(row.getLong(15)),
                Money.ofFen(row.getLong(16)),
                Money.ofFen(row.getLong(17)),
                Money.ofFen(row.getLong(18)),
                Money.ofFen(row.getLong(19)));
    }
}
