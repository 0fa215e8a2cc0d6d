package jumin.claims;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;

/** Looks into the tables with the service's rights, to see what was stored. */
@ApplicationScoped
public class Tables {

    private final Sql database;
    private final CurrentCaller caller;

    Tables(Sql database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    long count(String table, UUID person) {
        return read("select count(*)::text, '0' from " + table + " where person_id = ?", person).keySet().stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Payments to or for a person that stand. */
    long payments(UUID person) {
        return rights(() -> database.count("""
                select count(*) from settlement s where person_id = ? and kind = 'SETTLEMENT' and outcome = 'PAID'
                  and not exists (select 1 from settlement r where r.reverses = s.id)
                """, person));
    }

    Map<String, Long> sums(UUID person) {
        return read(
                "select name, value from person_year, jsonb_each_text(sums) as one (name, value) where person_id = ?",
                person);
    }

    /** The fold of the entries, which the sums must be. */
    Map<String, Long> fold(UUID person) {
        return read(
                "select name, sum(amount)::text from accumulator_entry where person_id = ? group by name having sum(amount) <> 0",
                person);
    }

    /** What each account has received less what it has given, over all postings of a person. */
    Map<String, Long> balances(UUID person) {
        return read("""
                select account, sum(amount)::text from (
                    select account_to as account, amount_fen as amount, settlement_id from posting
                    union all select account_from, -amount_fen, settlement_id from posting) moves
                join settlement s on s.id = settlement_id where s.person_id = ? group by account
                """, person);
    }

    /** How many persons wait for their first look at late facts, which goes on in the background. */
    long suspects() {
        return rights(() -> database.first("select count(*) from redo_suspect where tries = 0", row -> row.getLong(1)))
                .orElseThrow();
    }

    /** Facts of the last seconds, whose people are looked for once more. */
    long secondLooks() {
        return rights(() -> database.count("select count(*) from redo_second_look"));
    }

    /** Somebody's recognitions have changed, and the look at it has failed so many times already. */
    void suspectTriedOften(UUID person, int tries, String recognitions) {
        rights(() -> database.update(
                "with known as (update insured_person set recognitions = ?::jsonb where person_id = ?)"
                        + " insert into redo_suspect (person_id, division_path, detected_at, tries) values (?, '360900/', now(), ?)",
                recognitions,
                person,
                person,
                tries));
    }

    /** As a fact leaves it that became known while a settlement was on its way: nobody is told of it any more. */
    void recognitionsOf(UUID person, String recognitions) {
        rights(() -> database.update(
                "update insured_person set recognitions = ?::jsonb where person_id = ?", recognitions, person));
    }

    /** While somebody else holds a person's year, so that who would write in it has to wait. */
    void whileYearIsHeld(UUID person, Runnable work) {
        rights(() -> QuarkusTransaction.requiringNew().call(() -> {
            database.first(
                    "select version from person_year where person_id = ? for update", row -> row.getLong(1), person);
            work.run();
            return null;
        }));
    }

    /** As a process leaves it that took a message in so long ago and died before it answered. */
    void messageOfADeadProcess(String provider, String messageId, int secondsAgo) {
        rights(() -> database.update("""
                insert into message_intake (provider, message_id, attempt, division_path, client, kind, taken_at, since)
                values (?, ?, gen_random_uuid(), '360900/360902/', ?, 'SETTLEMENT', clock_timestamp(),
                        clock_timestamp() - make_interval(secs => ?))
                """, provider, messageId, "hospital-" + provider, secondsAgo));
    }

    /** While the same message of a provider is on its way elsewhere, which then comes to nothing: who would be answered under it has to wait. */
    void whileMessageIsHeld(String provider, String messageId, Runnable work) {
        var client = "hospital-" + provider;
        rolledBack(new Caller(client, client, Set.of(Roles.SERVICE), Scope.ALL), () -> {
            database.update(
                    "insert into idempotency (client, key, fingerprint, claimed_at) values (?, ?, '', clock_timestamp())",
                    client,
                    messageId);
            work.run();
        });
    }

    private void rolledBack(Caller as, Runnable work) {
        var undone = new IllegalStateException("undone on purpose");
        try {
            caller.callAs(
                    as,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        work.run();
                        throw undone;
                    }));
        } catch (IllegalStateException thrown) {
            if (thrown != undone) {
                throw thrown;
            }
        }
    }

    /** How often the decisions of a person will be looked at once more. */
    long secondLooks(UUID person) {
        return rights(() -> database.count("select count(*) from redo_second_look where person_id = ?", person));
    }

    /** Whether somebody waits for what somebody else holds. */
    boolean somebodyWaits() {
        return rights(() -> database.count("select count(*) from pg_locks where not granted")) > 0;
    }

    /** As a program of before V0740 leaves a month that it has paid. */
    void paidByTheOldProgram(String statement, String voucher) {
        rights(() -> database.update(
                "update monthly_statement set state = 'PAID', paid_by = 'finance', voucher = ? where id = ?::uuid and state = 'APPROVED'",
                voucher,
                statement));
    }

    /** As a job is left that could not go on. */
    void jobFailed(UUID job) {
        rights(() -> database.update("update job set state = 'FAILED' where id = ?", job));
    }

    /** As it was done before answers stood with their documents. */
    void answerStoredApart(String client, String key, String answer) {
        caller.callAs(
                new Caller(client, client, Set.of(Roles.SERVICE), Scope.ALL),
                () -> database.update(
                        "update idempotency set body = ? where client = ? and key = ?",
                        answer.getBytes(StandardCharsets.UTF_8),
                        client,
                        key));
    }

    /** Attempts at a message that nobody has answered. */
    long openAttempts(String messageId) {
        return rights(() -> database.count("select count(*) from message_intake where message_id = ?", messageId));
    }

    List<String> feed(UUID person) {
        return feed("settlement", person);
    }

    /** Lines of the audit trail of a kind about somebody. */
    long trail(String what, UUID person) {
        return rights(() -> database.count(
                "select count(*) from audit_event where what = ? and subject = ?", what, person.toString()));
    }

    /** What was published of a kind, the oldest first. */
    List<String> feed(String kind, UUID person) {
        return feed(kind, person.toString());
    }

    List<String> feed(String kind, String subject) {
        return rights(() -> database.list(
                "select payload::text from change_feed_told where kind = ? and subject = ? order by id",
                row -> row.getString(1),
                kind,
                subject));
    }

    private Map<String, Long> read(String sql, UUID person) {
        var result = new TreeMap<String, Long>();
        rights(() -> database.list(sql, row -> result.put(row.getString(1), Long.parseLong(row.getString(2))), person));
        return result;
    }

    private <T> T rights(java.util.concurrent.Callable<T> work) {
        return caller.callAs(Caller.service("test"), work);
    }
}
