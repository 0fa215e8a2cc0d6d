package jumin.contribution.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.contribution.place.DivisionRange;
import jumin.platform.sql.Sql;

/** 尚欠缴费的户 of a place, in the order in which somebody goes from house to house. */
@ApplicationScoped
public class FindDebtors {

    private static final String HOUSES = """
            select p.household_id as house, min(p.division_path) as village, min(p.house_number) as number from insured_person p
            where p.known and p.status = 'ACTIVE' and p.household_id <> '-' and p.division_path >= ? and p.division_path < ?
            group by p.household_id
            """;
    private static final String PART =
            "with part as (" + HOUSES + " order by village, number, house offset ? limit ?)" + """
             select house from part
             where exists (select 1 from insured_person p join levy l on l.person_id = p.person_id
                   where p.household_id = part.house and p.known and p.status = 'ACTIVE' and l.benefit_year = ?
                     and l.superseded_by is null and l.state = 'ISSUED'
                     and l.due_fen > coalesce((select t.paid_fen from levy_paid t
                           where t.person_id = p.person_id and t.benefit_year = l.benefit_year), 0))
             order by village, number, house
            """;

    private final Sql database;

    FindDebtors(Sql database) {
        this.database = database;
    }

    /** Whether they owe or not. */
    public long households(DivisionRange division) {
        return database.count("select count(*) from (" + HOUSES + ") houses", division.from(), division.to());
    }

    /** Those who owe, of a part of all households: who pays between two parts shifts nobody out of the next one. */
    public List<String> part(DivisionRange division, int benefitYear, int from, int most) {
        return database.list(PART, row -> row.getString(1), division.from(), division.to(), from, most, benefitYear);
    }
}
