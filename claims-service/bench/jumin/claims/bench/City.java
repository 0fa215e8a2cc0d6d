package jumin.claims.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import jumin.testing.Tokens;

/** An invented city: persons with their cover, a tertiary hospital or two, a catalogue of 20,000 items. */
final class City {

    static final String HOSPITAL = "H36090200001";
    static final String SECOND_HOSPITAL = "H36090200002";

    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final String COUNTY = "360900/360902/";
    private static final String VILLAGE = COUNTY + "360902199/360902199201/";

    private static final String PERSONS =
            """
            insert into insured_person (person_id, person_no, area, division_path, name, id_masked, birth_date, status, recorded_at)
            select %s, 'B' || g, '360900', '%s', '测试' || g, '360902********0001', '1970-05-06', 'ACTIVE', now()
            from generate_series(%d, %d) g
            """;
    private static final String COVERAGE =
            """
            insert into coverage (person_id, benefit_year, area, division_path, intervals, not_covered, computed_at, decision_id, law_release)
            select %s, 2024, '360900', '%s',
                   '[{"from": "2024-01-01", "to": "2024-12-31", "state": "COVERED", "reason": "集中征缴期内缴费", "article": "第十五条"}]',
                   '{}', now(), gen_random_uuid()::text, 'bench@1'
            from generate_series(%d, %d) g
            """;
    private static final String CATALOGUE =
            """
            insert into catalogue_item (area, code, valid_from, name, item_class, kind, traditional, standard_tertiary_fen)
            select '360900', 'X' || lpad(g::text, 22, '0'), '2024-01-01', '项目' || g,
                   case when g %% 10 < 6 then 'A' when g %% 10 < 9 then 'B' else 'C' end,
                   case when g %% 2 = 0 then 'drug' else 'service' end, false, case when g %% 10 = 7 then 900 end
            from generate_series(1, 20000) g
            """
                    .replace("%%", "%");
    private static final String STANDARD =
            """
            insert into yearly_standard values ('360900', 2024, 'bench', 38000, 3500000, '决〔2023〕1号', now())
            """;

    /** A city of long ago: the service does not look once more at all who were treated since its hospitals were registered, as it would three minutes later. */
    private static final String LONG_AGO = "delete from redo_provider; delete from redo_second_look";

    private City() {}

    /** The id of the g-th person, in SQL. */
    static String id(String g) {
        return "('00000000-0000-7000-8000-' || lpad(to_hex(" + g + "), 12, '0'))::uuid";
    }

    static UUID person(long g) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | g);
    }

    static void found(Postgres database, Service service, int persons) throws Exception {
        database.admin("claims", CATALOGUE, STANDARD);
        settle(database, 1, persons);
        provider(service, HOSPITAL);
        provider(service, SECOND_HOSPITAL);
        database.admin("claims", LONG_AGO, "vacuum analyze");
    }

    /** Persons move in. */
    static void settle(Postgres database, int from, int to) throws SQLException {
        var id = id("g");
        database.admin(
                "claims",
                PERSONS.formatted(id, VILLAGE, from, to),
                COVERAGE.formatted(id, VILLAGE, from, to),
                "analyze");
    }

    private static void provider(Service service, String code) throws Exception {
        var answer = service.send(
                "POST",
                "providers",
                Tokens.staff("system_admin", "admin", "360900/"),
                UUID.randomUUID().toString(),
                """
                {"code": "%s", "name": "示范医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "validTo": "2024-12-31", "decision": "协议1"}]}
                """
                        .formatted(code, COUNTY));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("provider: " + answer.body());
        }
    }

    /**
     * An inpatient bill of A, B and C lines, some above their standard: one night, the nth of the person's year. A person
     * lies in one bed, and is billed for a night once; neighbouring nights have another diagnosis, or they would be one stay.
     */
    static String bill(UUID person, int nth, int items, String amount) {
        var admission = NEW_YEAR.plusDays(nth);
        var discharge = admission.plusDays(1);
        if (discharge.getYear() != NEW_YEAR.getYear()) {
            throw new IllegalStateException("this person's year is full");
        }
        var lines = new StringBuilder();
        for (var i = 1; i <= items; i++) {
            lines.append(i == 1 ? "" : ",")
                    .append(
                            """
                    {"lineNo":%d,"code":"X%022d","name":"项目%d","quantity":"1","unitPrice":"%s","amount":"%s","date":"%s"}"""
                                    .formatted(
                                            i,
                                            i * 613 % 20000 + 1,
                                            i,
                                            amount,
                                            amount,
                                            i % 2 == 0 ? admission : discharge));
        }
        var total = Long.parseLong(amount.replace(".", "")) * items;
        return """
                {"person":{"personId":"%s"},"careType":"21","admissionDate":"%s","dischargeDate":"%s",\
                "diagnosis":{"code":"I21.%d00","name":"急性心肌梗死"},"totalAmount":"%d.%02d","items":[%s]}"""
                .formatted(person, admission, discharge, nth % 10, total / 100, total % 100, lines);
    }
}
