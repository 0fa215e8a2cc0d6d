package jumin.enrollment.household;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.division.Division;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.platform.feed.Feed;
import jumin.platform.sql.Sql;

/** Tells the other services by which number a household goes and who its head is. Its members say themselves where they belong. */
@ApplicationScoped
public class PublishHouseholds {

    private static final String NOW = """
            select h.id, h.area, h.division_path, h.house_number, head.person_id from household h
            left join household_member head on head.household_id = h.id and head.relation = 'HEAD'
                 and head.superseded_by is null and head.valid_to is null
            where h.id = any (?) order by h.division_path, h.house_number
            """;

    private final Sql sql;
    private final Feed feed;

    PublishHouseholds(Sql sql, Feed feed) {
        this.sql = sql;
        this.feed = feed;
    }

    /** A household as the other services learn it from the feed; the head of a collective one may be missing. */
    @RegisterForReflection
    record Published(
            HouseholdId householdId, String area, String divisionPath, String houseNumber, Optional<PersonId> head) {}

    /** Part of the transaction that changes them. */
    public void run(Collection<HouseholdId> households) {
        if (!households.isEmpty()) {
            tell(sql.list(
                    NOW,
                    row -> new Published(
                            new HouseholdId(row.getObject(1, UUID.class)),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Optional.ofNullable(row.getObject(5, UUID.class)).map(PersonId::new)),
                    households.stream().map(HouseholdId::value).toList()));
        }
    }

    /** Part of a registration: whose head it brings is told as it is, so that an import looks up only the others. */
    public void registered(Map<HouseholdKey, HouseholdId> households, Map<HouseholdKey, PersonId> heads) {
        tell(heads.entrySet().stream()
                .map(head -> new Published(
                        households.get(head.getKey()),
                        Division.areaOf(head.getKey().divisionPath()),
                        head.getKey().divisionPath(),
                        head.getKey().houseNumber(),
                        Optional.of(head.getValue())))
                .toList());
        run(households.entrySet().stream()
                .filter(household -> !heads.containsKey(household.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    private void tell(List<Published> households) {
        feed.publishAll(
                "household",
                households.stream()
                        .map(household ->
                                new Feed.Publication(household.householdId().toString(), household))
                        .toList());
    }
}
