package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jumin.claims.ClaimsProblem;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.catalogue.CatalogueLookup;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.coverage.Cover;
import jumin.claims.coverage.Covers;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.filing.Filings;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.claims.message.Intake;
import jumin.claims.message.MessageKind;
import jumin.claims.message.Received;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.platform.idempotency.Once.Stored;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Packed;
import jumin.platform.sql.Sql;

/** 读取一张账单所需的一切: one statement, one round trip; what it finds may be missing, what is missing is said elsewhere. */
@Singleton
public class ReadBill {

    /**
     * One row for what concerns the bill as a whole, and on it and the rows after it the versions of its lines' codes. The intake of a
     * message that has no answer yet is stored on the way. The bench asks the same.
     */
    public static final String READ = """
            with place as (
                select %s from %s where p.code = ?),
            insured as (
                select %s, (select %s from filing f where f.person_id = any (i.merged || i.person_id)) as filings
                from insured_person i where i.person_id = ? and i.status in ('ACTIVE', 'DECEASED')),
            line as (
                select row_number() over () as no, %s
                from unnest(?::text[]) as asked (code)
                left join provider_item_code m on m.provider = ? and m.own_code = asked.code
                join catalogue_item c on c.area = (select area from insured) and c.code = coalesce(m.code, asked.code)),
            told as (
                select fingerprint, status, location, coalesce(body, '') as body from idempotency where client = ? and key = ?),
            intake as (
                insert into message_intake (provider, message_id, attempt, division_path, client, kind, taken_at)
                select provider, message_id, attempt,
                       coalesce((select division_path from insured), (select division_path from place), '-'), client, kind, taken_at
                from (values (?::text, ?::text, ?::uuid, ?::text, ?::text, ?::timestamptz))
                    as given (provider, message_id, attempt, client, kind, taken_at)
                where attempt is not null and not exists (select from told)
                on conflict do nothing)
            select head.*, line.*
            from (
                select bill.no, place.*, insured.*, %s, %s, y.version, y.sums::text, bill.number, told.*, beside.found
                from (select 1 as no, case when ?::boolean then nextval('settlement_number') end as number) bill
                left join place on true
                left join insured on true
                left join coverage c on c.person_id = insured.person_id and c.benefit_year = ?
                left join yearly_standard s on s.area = insured.area and s.benefit_year = ?
                left join person_year y on y.person_id = insured.person_id and y.benefit_year = ?
                left join told on true
                left join lateral (select json_agg(b)::text as found
                                   from paid_care_beside(insured.merged || insured.person_id, ?, ?, ?, ?, null) b) beside on true) head
            full join line on line.no = head.no
            order by head.no
            """.formatted(
                    CareProviders.COLUMNS,
                    CareProviders.FROM,
                    InsuredPersons.COLUMNS,
                    Filings.AS_JSON,
                    CatalogueLookup.COLUMNS,
                    Covers.COVER,
                    Covers.STANDARD);

    private static final int HEAD = 1;
    private static final int PLACE = 2;
    private static final int INSURED = 10;
    private static final int FILINGS = 20;
    private static final int COVER = 21;
    private static final int STANDARD = 29;
    private static final int YEAR = 34;
    private static final int NUMBER = 36;
    private static final int TOLD = 37;
    private static final int BESIDE = 41;
    private static final int LINE = 42;

    private final Sql database;
    private final FindPerson find;
    private final CareProviders providers;
    private final InsuredPersons persons;
    private final Filings filings;
    private final Covers covers;
    private final PersonYears years;
    private final Packed packed;

    ReadBill(
            Sql database,
            FindPerson find,
            CareProviders providers,
            InsuredPersons persons,
            Filings filings,
            Covers covers,
            PersonYears years,
            Packed packed) {
        this.database = database;
        this.find = find;
        this.providers = providers;
        this.persons = persons;
        this.filings = filings;
        this.covers = covers;
        this.years = years;
        this.packed = packed;
    }

    /**
     * Needs the service's rights. A merged record leads to its survivor. Who is named by id number is looked up first, and a stay that crosses years has its
     * other years read after. What it writes is the intake, which a crash takes away: it waits for no disk.
     *
     * @param intake for a settlement: its message may have been answered; if not, it is to have a number, and the intake is stored
     */
    public KnownOfBill run(BillSubmission bill, ProviderCode provider, Optional<Intake> intake) {
        var person = bill.person().known().orElseGet(() -> identified(bill, provider));
        var known = run(bill, provider, intake, person);
        return known.person().isPresent()
                ? known
                : persons.find(person)
                        .map(survivor -> run(bill, provider, intake, survivor.id()))
                        .orElse(known);
    }

    private KnownOfBill run(BillSubmission bill, ProviderCode provider, Optional<Intake> intake, PersonId person) {
        var day = bill.admissionDate();
        var year = bill.dischargeDate().getYear();
        var key = BillIdentity.key(bill, person);
        var rows = new Rows(key);
        var message = intake.map(Intake::received);
        database.listUnflushed(
                READ,
                row -> rows.take(row),
                day,
                day,
                day,
                day,
                day,
                provider.value(),
                person.value(),
                bill.items().stream().map(ItemSubmission::code).distinct().toList(),
                provider.value(),
                message.map(Received::client).orElse(""),
                message.map(Received::messageId).orElse(""),
                message.map(Received::provider).orElse(""),
                message.map(Received::messageId).orElse(""),
                intake.map(Intake::attempt),
                message.map(Received::client).orElse(""),
                message.map(Received::kind).map(MessageKind::name).orElse(""),
                intake.map(Intake::takenAt),
                intake.isPresent(),
                year,
                year,
                year,
                provider.value(),
                key,
                day,
                bill.dischargeDate());
        var first = bill.firstDay().getYear();
        return first == year ? rows.known() : rows.known().with(covers.of(person, first, year));
    }

    private PersonId identified(BillSubmission bill, ProviderCode code) {
        var provider = providers.on(code, bill.admissionDate()).orElseThrow(() -> unknown(code));
        return find.run(bill.person(), provider.area()).id();
    }

    static ProblemException unknown(ProviderCode code) {
        return new ProblemException(ClaimsProblem.PROVIDER_UNKNOWN, "机构 " + code + " 尚未登记，请联系所在地经办机构。");
    }

    /** The rows, as they come: the head first. */
    private final class Rows {

        private final String billKey;
        private KnownOfBill head;
        private final Map<String, List<CatalogueVersion>> versions = new HashMap<>();
        private String level = "";

        Rows(String billKey) {
            this.billKey = billKey;
        }

        Void take(ResultSet row) throws SQLException {
            if (row.getObject(HEAD) != null) {
                head = head(row);
                level = head.provider().map(CareProvider::level).orElse("");
            }
            if (row.getString(LINE) != null) {
                var version = CatalogueLookup.version(row, LINE + 1, level);
                versions.computeIfAbsent(version.askedCode(), any -> new ArrayList<>())
                        .add(version);
            }
            return null;
        }

        KnownOfBill known() {
            return head;
        }

        private KnownOfBill head(ResultSet row) throws SQLException {
            return new KnownOfBill(
                    row.getString(PLACE) == null ? Optional.empty() : Optional.of(CareProviders.provider(row, PLACE)),
                    row.getString(INSURED) == null ? Optional.empty() : Optional.of(persons.person(row, INSURED)),
                    row.getString(COVER) == null ? List.of() : List.<Cover>of(covers.cover(row, COVER)),
                    row.getString(STANDARD) == null ? Optional.empty() : Optional.of(covers.standard(row, STANDARD)),
                    filings.read(row.getString(FILINGS)),
                    versions,
                    year(row),
                    number(row),
                    told(row),
                    billKey,
                    Optional.ofNullable(row.getString(BESIDE)));
        }

        private YearSoFar year(ResultSet row) throws SQLException {
            var sums = row.getString(YEAR + 1);
            return sums == null ? YearSoFar.UNOPENED : new YearSoFar(row.getLong(YEAR), years.sums(sums));
        }

        private OptionalLong number(ResultSet row) throws SQLException {
            var number = row.getLong(NUMBER);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }

        private Optional<Stored> told(ResultSet row) throws SQLException {
            var fingerprint = row.getString(TOLD);
            return fingerprint == null
                    ? Optional.empty()
                    : Optional.of(new Stored(
                            fingerprint,
                            row.getInt(TOLD + 1),
                            row.getString(TOLD + 2),
                            packed.unpack(row.getBytes(TOLD + 3))));
        }
    }
}
