package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.insured.PersonId;
import jumin.claims.payout.Payee;
import jumin.claims.payout.PayeeRelation;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.SettlementId;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** Manual claims; row-level security decides which. */
@ApplicationScoped
class ManualClaims {

    private static final String COLUMNS = """
            select id, number, person_id, area, division_path, care_provider, bill::text, documents, payee_name,
                   payee_bank, account_sealed, payee_relation, state, taken_on, late, late_approved_by, taken_by,
                   first_by, second_by, reason, settlement_id, had_operation, corrected_by, another_visit_by
            from manual_claim
            """;

    private final Sql database;
    private final JsonColumn json;
    private final PersonalData personal;

    ManualClaims(Sql database, JsonColumn json, PersonalData personal) {
        this.database = database;
        this.json = json;
        this.personal = personal;
    }

    void insert(ManualClaim claim) {
        database.update(
                """
                insert into manual_claim (id, number, person_id, area, division_path, care_provider, bill, documents,
                    had_operation, payee_name, payee_relation, payee_bank, account_sealed, account_last4, state, late, taken_by, taken_on)
                values (?, 'LX' || to_char(?::date, 'YYYYMMDD') || nextval('manual_claim_number'), ?, ?, ?, ?, ?::jsonb,
                    ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                claim.id(),
                claim.timeliness().takenOn(),
                claim.whose().person().value(),
                claim.whose().area(),
                claim.whose().divisionPath(),
                claim.careProvider().value(),
                json.write(claim.bill()),
                new Sql.ArrayOf("text", claim.documents()),
                claim.hadOperation(),
                claim.payee().name(),
                claim.relation(),
                claim.payee().bank(),
                personal.seal(claim.payee().account()),
                claim.payee().lastFour(),
                claim.state(),
                claim.timeliness().late(),
                claim.hands().takenBy(),
                claim.timeliness().takenOn());
    }

    /** What was corrected after it had been returned; reviews begin anew. */
    boolean correct(ManualClaim claim) {
        return database.update(
                        """
                        update manual_claim set care_provider = ?, late = ?, late_approved_by = ?, corrected_by = ?,
                            another_visit_by = null, bill = ?::jsonb, documents = ?::text[], had_operation = ?, payee_name = ?, payee_relation = ?,
                            payee_bank = ?, account_sealed = ?, account_last4 = ?, state = 'SUBMITTED', first_by = null,
                            reason = '' where id = ? and state = 'RETURNED'
                        """,
                        claim.careProvider().value(),
                        claim.timeliness().late(),
                        claim.timeliness().approvedBy(),
                        claim.hands().takenBy(),
                        json.write(claim.bill()),
                        new Sql.ArrayOf("text", claim.documents()),
                        claim.hadOperation(),
                        claim.payee().name(),
                        claim.relation(),
                        claim.payee().bank(),
                        personal.seal(claim.payee().account()),
                        claim.payee().lastFour(),
                        claim.id())
                == 1;
    }

    /** False when it is no longer as it was read. */
    boolean move(ManualClaim from, ManualClaim to) {
        return database.update(
                        "update manual_claim set state = ?, late_approved_by = ?, another_visit_by = ?, first_by = ?, second_by = ?, reason = ?,"
                                + " settlement_id = ? where id = ? and state = ?",
                        to.state(),
                        to.timeliness().approvedBy(),
                        to.hands().anotherVisitBy(),
                        to.hands().firstBy(),
                        to.hands().secondBy(),
                        to.reason(),
                        to.settlement().map(SettlementId::value),
                        from.id(),
                        from.state())
                == 1;
    }

    Optional<ManualClaim> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", this::claim, id);
    }

    Optional<ManualClaim> lock(UUID id) {
        return database.first(COLUMNS + "where id = ? for update", this::claim, id);
    }

    List<ManualClaim> page(ManualState state, UUID after, int limit) {
        return database.list(
                COLUMNS + "where state = ? and id > ? order by id limit ?", this::claim, state, after, limit);
    }

    /** In whatever state, under any of the records of a person, the latest first. */
    List<ManualClaim> of(PersonId person) {
        return database.list(COLUMNS + """
                where person_id = any ((select coalesce(i.merged, '{}') from insured_person i where i.person_id = ?) || ?::uuid)
                order by id desc
                """, this::claim, person.value(), person.value());
    }

    /** Care of a day at a provider, of a person in all records. */
    record CareOfDay(List<PersonId> records, ProviderCode provider, LocalDate admission) {}

    /** Care that is paid or claimed: by which number, and where. */
    record Known(String number, String divisionPath) {}

    /** Care of that day at that provider that is paid already, or claimed; the claim that is looked at apart. */
    Optional<Known> known(CareOfDay care, UUID own) {
        var records = new Sql.ArrayOf(
                "uuid", care.records().stream().map(PersonId::value).toList());
        return database.first(
                """
                select s.number, s.division_path from paid_care c join settlement s on s.id = c.settlement_id
                where c.person_id = any (?::uuid[]) and c.care_provider = ? and c.admission = ?
                union all
                select m.number, m.division_path from manual_claim m where m.person_id = any (?::uuid[]) and m.care_provider = ?
                  and m.bill ->> 'admissionDate' = ? and m.state not in ('DECIDED', 'WITHDRAWN', 'REFUSED') and m.id <> ?
                limit 1
                """,
                row -> new Known(row.getString(1), row.getString(2)),
                records,
                care.provider().value(),
                care.admission(),
                records,
                care.provider().value(),
                care.admission().toString(),
                own);
    }

    /** Where care of that day at that provider is paid already, or claimed. Needs the service's rights. */
    List<String> placesOf(CareOfDay care, UUID own) {
        var records = new Sql.ArrayOf(
                "uuid", care.records().stream().map(PersonId::value).toList());
        return database.list(
                """
                select c.division_path from paid_care c
                where c.person_id = any (?::uuid[]) and c.care_provider = ? and c.admission = ?
                union
                select m.division_path from manual_claim m where m.person_id = any (?::uuid[]) and m.care_provider = ?
                  and m.bill ->> 'admissionDate' = ? and m.state not in ('DECIDED', 'WITHDRAWN', 'REFUSED') and m.id <> ?
                order by 1
                """,
                row -> row.getString(1),
                records,
                care.provider().value(),
                care.admission(),
                records,
                care.provider().value(),
                care.admission().toString(),
                own);
    }

    /** 经办机构: of the county, or where that is the same, of the township; by its code while its name is not known here. */
    String office(String path, String near) {
        var codes = path.split("/");
        var sameCounty = codes.length > 2 && near.startsWith(codes[0] + "/" + codes[1] + "/");
        var code = codes[Math.min(codes.length - 1, sameCounty ? 2 : 1)];
        return database.first("select name from division where code = ?", row -> row.getString(1), code)
                .orElse("区划 " + code);
    }

    /** What is said of a claim in a list, read for all of a page at once. */
    record Around(boolean registered, Optional<String> sameDay) {}

    /** Of each claim whether its place of care is registered, and the number of other care of its day there. */
    Map<UUID, Around> around(List<UUID> ids) {
        var found = new HashMap<UUID, Around>();
        database.list(
                """
                select m.id, exists (select 1 from provider p where p.code = m.care_provider), (
                    select k.number from (
                        select s.number from paid_care c join settlement s on s.id = c.settlement_id
                        where c.person_id = any (r.records) and c.care_provider = m.care_provider
                          and c.admission = (m.bill ->> 'admissionDate')::date
                        union all
                        select o.number from manual_claim o
                        where o.person_id = any (r.records) and o.care_provider = m.care_provider
                          and o.bill ->> 'admissionDate' = m.bill ->> 'admissionDate'
                          and o.state not in ('DECIDED', 'WITHDRAWN', 'REFUSED') and o.id <> m.id) k limit 1)
                from manual_claim m left join lateral (
                    select array[i.person_id] || i.merged as records from insured_person i
                    where i.person_id in (m.person_id, survivor_of(m.person_id)) and i.status in ('ACTIVE', 'DECEASED')
                    order by i.person_id <> m.person_id limit 1) r on true
                where m.id = any (?::uuid[])
                """,
                row -> found.put(
                        row.getObject(1, UUID.class),
                        new Around(row.getBoolean(2), Optional.ofNullable(row.getString(3)))),
                new Sql.ArrayOf("uuid", ids));
        return found;
    }

    private ManualClaim claim(ResultSet row) throws SQLException {
        return new ManualClaim(
                row.getObject(1, UUID.class),
                row.getString(2),
                new ManualClaim.Whose(new PersonId(row.getObject(3, UUID.class)), row.getString(4), row.getString(5)),
                new ProviderCode(row.getString(6)),
                json.read(row.getString(7), BillSubmission.class),
                Arrays.asList((String[]) row.getArray(8).getArray()),
                row.getBoolean(22),
                new Payee(row.getString(9), row.getString(10), personal.open(row.getString(11))),
                PayeeRelation.valueOf(row.getString(12)),
                ManualState.valueOf(row.getString(13)),
                new ManualClaim.Timeliness(
                        row.getObject(14, LocalDate.class), row.getBoolean(15), Optional.ofNullable(row.getString(16))),
                new ManualClaim.Hands(
                        row.getString(17),
                        Optional.ofNullable(row.getString(23)),
                        Optional.ofNullable(row.getString(24)),
                        Optional.ofNullable(row.getString(18)),
                        Optional.ofNullable(row.getString(19))),
                row.getString(20),
                Optional.ofNullable(row.getObject(21, UUID.class)).map(SettlementId::new));
    }
}
