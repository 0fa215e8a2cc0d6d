package jumin.contribution.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** The households of the read model, as far as the caller may see them. */
@ApplicationScoped
public class Households {

    private static final String COLUMNS =
            "select household_id, area, division_path, house_number, head from household ";

    private final Sql database;

    Households(Sql database) {
        this.database = database;
    }

    public Optional<Household> find(String householdId) {
        return database.first(COLUMNS + "where household_id = ?", Households::household, householdId);
    }

    /** Number and village are how people name a household. */
    public Optional<Household> byNumber(String divisionPath, String houseNumber) {
        return database.first(
                COLUMNS + "where division_path = ? and house_number = ? order by household_id limit 1",
                Households::household,
                divisionPath,
                houseNumber);
    }

    /** Takes the state the feed brought; its members carry the number. */
    public void put(Household household) {
        database.update(
                """
                insert into household (household_id, area, division_path, house_number, head) values (?, ?, ?, ?, ?)
                on conflict (household_id) do update set area = excluded.area, division_path = excluded.division_path,
                       house_number = excluded.house_number, head = excluded.head
                """,
                household.householdId(),
                household.area(),
                household.divisionPath(),
                household.houseNumber(),
                household.head());
        database.update(
                "update insured_person set house_number = ? where household_id = ? and house_number <> ?",
                household.houseNumber(),
                household.householdId(),
                household.houseNumber());
    }

    private static Household household(ResultSet row) throws SQLException {
        return new Household(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(5, UUID.class)));
    }
}
