package jumin.contribution.bench;

import java.sql.SQLException;
import java.util.TreeMap;

/**
 * The reference: one statement that writes the same rows into the same tables, as the same role under the same row-level
 * security. What the law says for each of the three groups is taken from rows that the service wrote.
 */
final class OneStatement {

    private static final String LEARN = """
            drop table if exists bench_answer;
            create table bench_answer as
            select distinct on (l.tier) l.tier, l.standard_id, l.individual_fen, l.subsidy_fen, l.due_fen, l.payer, l.category,
                   l.articles, c.not_covered, replace(c.facts::text, p.birth_date::text, '@B') as facts, c.result, c.lines,
                   c.law_release, c.covered, c.continuous_years, i.first_day, i.last_day, i.state, i.reason, i.article,
                   replace(replace(replace(f.payload::text, p.person_id::text, '@P'), c.id::text, '@D'), p.birth_date::text, '@B')
                     as payload
            from levy l join insured_person p using (person_id)
                 join coverage_decision c on c.person_id = l.person_id
                 left join coverage_interval i on i.decision_id = c.id
                 join change_feed f on f.subject = l.person_id::text
            order by l.tier, l.person_id;
            grant select on bench_answer to public;
            """;

    private static final String WRITE = """
            with person as materialized (
                select e.person_id, e.area, e.division_path, e.birth_date, t.organ, uuidv7() as levy_id, uuidv7() as decision_id,
                       a.*
                from enrollment e join insured_person p on p.person_id = e.person_id and p.known
                     join tax_organ t on starts_with(e.division_path, t.division_path)
                     join bench_answer a on a.tier = e.subsidy->>'tier'
                where e.area = '360900' and e.benefit_year = 2024 and e.state = 'ENROLLED'),
            guard as (
                insert into person_year (person_id, benefit_year, area, division_path)
                select person_id, 2024, area, division_path from person),
            levied as (
                insert into levy (id, area, division_path, organ, person_id, benefit_year, version, state, reason, standard_id,
                       individual_fen, subsidy_fen, due_fen, tier, payer, category, articles, issued_at)
                select levy_id, area, division_path, organ, person_id, 2024, 1, 'ISSUED', '', standard_id, individual_fen,
                       subsidy_fen, due_fen, tier, payer, category, articles, now() from person),
            booked as (
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to, amount_fen,
                       reason, ref, occurred_on, recorded_at)
                select area, division_path, organ, person_id, 2024, account_from, account_to, amount, cause, levy_id,
                       current_date, now()
                from person, lateral (values ('CONTRIBUTION_INCOME', 'RECEIVABLE', due_fen, 'LEVIED'),
                       ('SUBSIDY_INCOME', 'SUBSIDY_DUE', subsidy_fen, 'SUBSIDISED'))
                       as move (account_from, account_to, amount, cause)
                where amount > 0),
            decided as (
                insert into coverage_decision (id, area, division_path, person_id, benefit_year, not_covered, facts, result,
                       lines, law_release, fingerprint, computed_at, covered, continuous_years)
                select decision_id, area, division_path, person_id, 2024, not_covered,
                       replace(facts, '@B', birth_date::text)::jsonb, result, lines, law_release,
                       encode(sha256(convert_to(facts || birth_date, 'UTF8')), 'hex'), now(), covered, continuous_years
                from person),
            days as (
                insert into coverage_interval (decision_id, division_path, first_day, last_day, state, reason, article)
                select decision_id, division_path, first_day, last_day, state, reason, article
                from person where first_day is not null)
            insert into change_feed (kind, subject, recorded_at, payload)
            select 'coverage', person_id, now(),
                   replace(replace(payload, '@P', person_id::text), '@D', decision_id::text)::jsonb from person
            """;

    static final String SCOPE = """
            select set_config('jumin.' || part || side, case side when '_from' then '!' else '~' end, false)
            from unnest(array['division', 'provider', 'organ', 'school']) part, unnest(array['_from', '_to']) side
            """;

    /** Takes the law's answers from what the service has just written. */
    void learn() throws SQLException {
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, LEARN);
        }
    }

    void run() throws SQLException {
        try (var connection = BenchCity.application()) {
            BenchCity.execute(connection, WRITE);
        }
    }

    /** Counts and sums of everything that was written. */
    static TreeMap<String, String> result() throws SQLException {
        var result = new TreeMap<String, String>();
        var questions = new TreeMap<String, String>();
        questions.put(
                "levy",
                "select count(*) || ' ' || sum(due_fen) || ' ' || sum(subsidy_fen) || ' ' || count(distinct organ)"
                        + " || ' ' || count(*) filter (where state = 'ISSUED') from levy");
        questions.put("posting", "select count(*) || ' ' || sum(amount_fen) from posting");
        questions.put(
                "coverage",
                "select count(*) || ' ' || count(*) filter (where covered) || ' ' || sum(length(facts::text))"
                        + " from coverage_decision");
        questions.put("intervals", "select count(*)::text from coverage_interval");
        questions.put("feed", "select count(*) || ' ' || sum(length(payload::text)) / count(*) / 10 from change_feed");
        questions.put("guard", "select count(*)::text from person_year");
        try (var admin = BenchCity.admin();
                var statement = admin.createStatement()) {
            for (var question : questions.entrySet()) {
                try (var row = statement.executeQuery(question.getValue())) {
                    row.next();
                    result.put(question.getKey(), row.getString(1));
                }
            }
        }
        return result;
    }
}
