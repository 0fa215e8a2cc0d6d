package jumin.claims.bench;

import java.util.regex.Pattern;
import jumin.testing.Tokens;

/** 账目: what must hold of all records, whatever happened. */
record Books(Postgres database, Service service, Findings findings) {

    private static final Pattern CAP =
            Pattern.compile("\"accumulator\":\"pool_paid_ytd\"[^}]*?\"limit\":\"([0-9.]+)\"");

    /** @param witness somebody whose year the service explains, limits and all */
    void check(int witness) throws Exception {
        System.out.println("  the books, of all " + database.number("select count(*) from settlement") + " records:");
        nothing("person-years whose sums are not the fold of their entries", """
                select count(*) from person_year y where y.sums <> (select coalesce(jsonb_object_agg(name, amount), '{}') from (
                    select name, sum(amount) as amount from accumulator_entry e
                    where e.person_id = y.person_id and e.benefit_year = y.benefit_year group by name having sum(amount) <> 0) fold)
                """);
        nothing("person-years whose version is not the number of their records", """
                select count(*) from person_year y where version <> (select count(*) from settlement s
                    where s.person_id = y.person_id and s.benefit_year = y.benefit_year)
                """);
        var cap = cap(witness);
        nothing(
                "person-years above the cap of " + cap,
                "select count(*) from person_year where (sums ->> 'pool_paid_ytd')::bigint > " + fen(cap));
        System.out.println("    (at the cap: "
                + database.number(
                        "select count(*) from person_year where (sums ->> 'pool_paid_ytd')::bigint = " + fen(cap))
                + ")");
        nothing("records whose postings are not their bill", """
                select count(*) from settlement s where s.redo is null and abs(s.total_fen) <> (select coalesce(sum(amount_fen), 0)
                    from posting p where p.settlement_id = s.id)
                """);
        nothing("settlements reversed twice, or reversals that do not undo theirs", """
                select count(*) from settlement r join settlement s on s.id = r.reverses where r.total_fen + s.total_fen <> 0
                    or exists (select 1 from settlement o where o.reverses = s.id and o.id <> r.id)
                """);
        nothing("paid records without exactly one change in the feed", """
                select count(*) from settlement s where outcome = 'PAID' and 1 <> (select count(*) from change_feed f
                    where f.kind = 'settlement' and f.settlement = s.id)
                """);
        nothing("records of hospitals without exactly one stored answer", """
                select count(*) from settlement s where redo is null and 1 <> (select count(*) from idempotency i
                    where i.key = s.message_id and i.status is not null)
                """);
        messages();
    }

    private void messages() throws Exception {
        nothing("messages found not done that are settled", """
                select count(*) from message_outcome o join settlement s on s.provider = o.provider and s.message_id = o.message_id
                where o.state = 'NOT_DONE'
                """);
        System.out.println("    (messages whose answer was lost with a process: "
                + database.number("select count(distinct message_id) from message_intake") + " open, "
                + database.number("select count(*) from message_outcome") + " found out)");
    }

    private void nothing(String what, String question) throws Exception {
        findings.expect(what, 0, database.number(question));
    }

    /** The cap of the pool as the service itself explains it. */
    private String cap(int witness) throws Exception {
        var answer = service.send(
                "GET",
                "persons/" + City.person(witness) + "/accumulators?benefitYear=2024",
                Tokens.staff("county_reviewer", "reviewer", "360900/360902/"),
                "",
                "");
        var limit = CAP.matcher(answer.body());
        if (!limit.find()) {
            throw new IllegalStateException("no cap in " + answer.body());
        }
        return limit.group(1);
    }

    /** Whom both hospitals have settled for at the same moment, for more than the cap allows: it is reached, and not passed. */
    void checkAtTheCap(int person) throws Exception {
        findings.expect(
                "fen of the pool for one person whom two hospitals settled for at once",
                Long.parseLong(fen(cap(person))),
                database.number("select (sums ->> 'pool_paid_ytd')::bigint from person_year where person_id = '"
                        + City.person(person) + "'"));
    }

    private static String fen(String yuan) {
        return yuan.replace(".", "");
    }
}
