package jumin.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/** 分账 of one person's 2024 as the database holds it, county by county; zeros left out. */
@ApplicationScoped
public class SubBooks {

    private static final String SUM = """
            select book, sum(case when account_to = '%1$s' then amount_fen else -amount_fen end) from posting
            where '%1$s' in (account_from, account_to) and %2$s group by book
            """;
    private static final String OWED = """
            select jumin_book(i.division_path, i.area),
                   coalesce((select due_fen from levy where person_id = i.person_id and benefit_year = 2024
                             and superseded_by is null and state = 'ISSUED'), 0)
                   - coalesce((select paid_fen from levy_paid where person_id = i.person_id and benefit_year = 2024), 0)
            from insured_person i where person_id = ? and known
            """;

    private final DataSource database;
    private final CurrentCaller caller;

    SubBooks(DataSource database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Of what is asked of the person. */
    Map<String, Money> of(String account, World.Person person) {
        return read(SUM.formatted(account, "person_id = ? and benefit_year = 2024"), person);
    }

    /** Of what has become of the person's payments. */
    Map<String, Money> ofMoney(String account, World.Person person) {
        var causes = "ref in (select id from payment where person_id = ? union select r.id from refund_line l"
                + " join refund r on r.id = l.refund_id join payment p on p.id = l.payment_id where p.person_id = ?)";
        return read(SUM.formatted(account, causes), person);
    }

    /** The county where the person lives has as receivable what is still owed, every other one nothing; clearing comes to nothing. */
    void assertAtHome(World.Person person) {
        assertEquals(read(OWED, person), of("RECEIVABLE", person));
        assertEquals(Money.ZERO, of("COUNTY_CLEARING", person).values().stream().reduce(Money.ZERO, Money::plus));
    }

    private Map<String, Money> read(String sql, World.Person person) {
        return caller.callAs(Caller.service("test"), () -> {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement(sql)) {
                for (var i = query.getParameterMetaData().getParameterCount(); i > 0; i--) {
                    query.setObject(i, (UUID) person.id());
                }
                return sums(query);
            }
        });
    }

    private static Map<String, Money> sums(PreparedStatement query) throws SQLException {
        var sums = new TreeMap<String, Money>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                sums.put(row.getString(1), Money.ofFen(row.getLong(2)));
            }
        }
        sums.values().removeIf(Money::isZero);
        return sums;
    }
}
