package jumin.contribution.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.platform.sql.Sql;

/**
 * Money for somebody, and news of who somebody is, come one after the other: whoever books money holds the identity together with
 * others who book; a merge, or a person who was not known here, changes it alone. Taken before the lock of a person's year, and
 * released when the transaction ends. Without it a first payment and a merge that miss each other would leave the money behind.
 */
@ApplicationScoped
public class IdentityLocks {

    private static final String KEYS =
            "(hashtextextended(key, 7)) from (select key from unnest(?::text[]) key order by key) sorted";

    private final Sql database;

    IdentityLocks(Sql database) {
        this.database = database;
    }

    public void holdPersons(Collection<UUID> personIds) {
        hold(personIds.stream().map(IdentityLocks::key).toList());
    }

    /** Somebody of whom only the id number is known. */
    public void holdIdNumber(String blindIndex) {
        hold(List.of(idKey(blindIndex)));
    }

    public void changePersons(Collection<UUID> personIds) {
        change(personIds.stream().map(IdentityLocks::key).toList());
    }

    public void changeIdNumber(String blindIndex) {
        change(List.of(idKey(blindIndex)));
    }

    /** All that a page of news changes, at once and so in one order. */
    public void change(Collection<UUID> personIds, Collection<String> blindIndexes) {
        change(Stream.concat(
                        personIds.stream().map(IdentityLocks::key),
                        blindIndexes.stream().map(IdentityLocks::idKey))
                .distinct()
                .toList());
    }

    private void hold(List<String> keys) {
        database.list("select pg_advisory_xact_lock_shared" + KEYS, row -> 1, keys);
    }

    private void change(List<String> keys) {
        database.list("select pg_advisory_xact_lock" + KEYS, row -> 1, keys);
    }

    private static String key(UUID personId) {
        return "person/" + personId;
    }

    private static String idKey(String blindIndex) {
        return "id/" + blindIndex;
    }
}
