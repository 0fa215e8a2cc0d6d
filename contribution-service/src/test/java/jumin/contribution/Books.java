package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/** 账簿 as finance reads it and as the database holds it. */
final class Books {

    private Books() {}

    static void assertBalanced() {
        var balance = World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=2024")
                .jsonPath();
        assertTrue(balance.getBoolean("balanced"));
        var sum = balance.getList("accounts.balance", String.class).stream()
                .map(Money::yuan)
                .reduce(Money.ZERO, Money::plus);
        assertEquals(Money.ZERO, sum);
        assertEquals("0.00", balance.getString("accounts.find { it.account == 'COUNTY_CLEARING' }.balance"));
    }

    /** All accounts of all years, as a page to read. */
    static String trialBalance() {
        var balance = World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=0")
                .jsonPath();
        var text = new StringBuilder("试算平衡表\n");
        for (var i = 0; i < balance.getList("accounts").size(); i++) {
            var at = "accounts[" + i + "].";
            text.append("%-30s %14s %14s %14s  %s%n"
                    .formatted(
                            balance.getString(at + "account"),
                            balance.getString(at + "movedIn"),
                            balance.getString(at + "movedOut"),
                            balance.getString(at + "balance"),
                            balance.getString(at + "title")));
        }
        return text + "转入合计 " + balance.getString("totalIn") + "，转出合计 " + balance.getString("totalOut");
    }

    /** What the postings about a person come to, account by account; zeros left out. */
    static Map<String, Money> balances(CurrentCaller caller, DataSource database, World.Person person) {
        var sql = """
                with mine as (
                    select * from posting where ref in (
                        select id from payment where person_id = ? union select id from levy where person_id = ?
                        union select id from refund where person_id = ?
                        union select id from elsewhere_aid where person_id = ?))
                select account, sum(fen) from (
                    select account_to account, amount_fen fen from mine
                    union all
                    select account_from, -amount_fen from mine) moves
                group by account
                """;
        return caller.callAs(Caller.service("test"), () -> {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement(sql)) {
                for (var i = 1; i <= 4; i++) {
                    query.setObject(i, (UUID) person.id());
                }
                var balances = new HashMap<String, Money>();
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        balances.put(row.getString(1), Money.ofFen(row.getLong(2)));
                    }
                }
                balances.values().removeIf(Money::isZero);
                return balances;
            }
        });
    }
}
