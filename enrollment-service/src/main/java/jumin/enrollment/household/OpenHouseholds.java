package jumin.enrollment.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jumin.enrollment.division.Division;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 立户: finds the households that are meant, and opens those that are new. Part of a registration's transaction. */
@ApplicationScoped
public class OpenHouseholds {

    private static final String OPEN = """
            insert into household (id, area, division_path, house_number, address, recorded_at)
            select id, area, division_path, house_number, address, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as wanted (id, area, division_path, house_number, address, nth)
            order by nth
            on conflict (division_path, house_number)
                do update set withdrawn_at = null, version = household.version + 1 where household.withdrawn_at is not null
            """;

    private final Sql sql;
    private final Clock clock;

    OpenHouseholds(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** In one order for everybody, so that two registrations of the same households wait instead of blocking each other. */
    public Map<HouseholdKey, HouseholdId> run(Map<HouseholdKey, String> addresses) {
        var ordered = new TreeMap<String, Map.Entry<HouseholdKey, String>>();
        addresses
                .entrySet()
                .forEach(entry -> ordered.put(
                        entry.getKey().divisionPath() + " " + entry.getKey().houseNumber(), entry));
        var columns = Columns.of(List.copyOf(ordered.values()))
                .with("uuid", entry -> TimeOrderedId.next())
                .with("text", entry -> Division.areaOf(entry.getKey().divisionPath()))
                .with("text", entry -> entry.getKey().divisionPath())
                .with("text", entry -> entry.getKey().houseNumber())
                .with("text", Map.Entry::getValue);
        sql.update(OPEN, columns.after(OffsetDateTime.now(clock)));
        return find(addresses.keySet());
    }

    /** 集体户: whose members are no family. */
    public void collective(HouseholdKey household) {
        sql.update(
                "update household set collective = true, version = version + 1"
                        + " where division_path = ? and house_number = ? and not collective",
                household.divisionPath(),
                household.houseNumber());
    }

    private Map<HouseholdKey, HouseholdId> find(Collection<HouseholdKey> keys) {
        var found = new HashMap<HouseholdKey, HouseholdId>();
        sql.list(
                """
                        select division_path, house_number, id from household
                        where (division_path, house_number) in (select * from unnest(?::text[], ?::text[]))
                        """,
                row -> found.put(
                        new HouseholdKey(row.getString(1), row.getString(2)),
                        new HouseholdId(row.getObject(3, UUID.class))),
                keys.stream().map(HouseholdKey::divisionPath).toList(),
                keys.stream().map(HouseholdKey::houseNumber).toList());
        return found;
    }
}
