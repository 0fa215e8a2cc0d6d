package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 资助参保款结算 while levies are being assessed. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class AidBillTest {

    private static final int PERSONS = 30;

    @Inject
    World world;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql sql;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static int bills() {
        return World.as("finance", "finance", "360900/")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance"))
                .post(ROOT + "aid-bills")
                .statusCode();
    }

    private void aided() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
    }

    private long count(String query) {
        return caller.callAs(Caller.service("test"), () -> sql.count(query));
    }

    @Test
    @DisplayName("边核定边结算：每张结算单的金额正是它所列分录之和，没有一笔漏收")
    void everyBillIsTheSumOfItsPostings() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var levying = threads.submit(() -> {
                for (var i = 0; i < PERSONS; i++) {
                    aided();
                }
            });
            while (!levying.isDone()) {
                bills();
            }
            levying.get();
        }
        bills();

        assertEquals(0, count("""
                select count(*) from fund_due d where kind = 'AID' and amount_fen <> (
                    select coalesce(sum(case when g.account_to = 'SUBSIDY_DUE' then g.amount_fen else -g.amount_fen end), 0)
                    from aid_bill_posting b join posting g on g.id = b.posting_id where b.due_id = d.id)
                """));
        assertEquals(0, count("""
                select count(*) from posting g join levy l on l.id = g.ref
                where g.benefit_year = 2024 and 'SUBSIDY_DUE' in (g.account_from, g.account_to) and l.payer = 'finance'
                  and g.area = '360900' and not exists (select 1 from aid_bill_posting b where b.posting_id = g.id)
                """));
    }
}
