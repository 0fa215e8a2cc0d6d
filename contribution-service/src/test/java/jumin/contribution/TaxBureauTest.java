package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.stream.Stream;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Four days with the simulated bureau: pushes, a day without a line, files out of order and twice, treasury, reconciliation. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class TaxBureauTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 12, 4);

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    @Test
    @DisplayName("断线一日、文件乱序、重传、冲正：最后三方对账分毫不差")
    void nothingIsLostOverABadWeek() throws InterruptedException {
        var bureau = new TaxBureau(2024);
        var people = Stream.generate(world::villager).limit(4).toList();
        bureau.collects(people.get(0), "380.00", MONDAY);
        bureau.collects(people.get(1), "380.00", MONDAY);
        bureau.closes(MONDAY);

        bureau.line(false);
        var tuesday = MONDAY.plusDays(1);
        bureau.collects(people.get(2), "380.00", tuesday);
        var wrong = bureau.collects(people.get(3), "380.00", tuesday);
        bureau.closes(tuesday);

        bureau.line(true);
        var wednesday = MONDAY.plusDays(2);
        bureau.reverses(wrong, wednesday);
        bureau.collects(people.get(3), "380.00", wednesday);
        bureau.closes(wednesday);

        bureau.sends(wednesday).body("accepted", equalTo(1)).body("waiting", equalTo(1));
        bureau.sends(tuesday).body("accepted", equalTo(2));
        bureau.sends(MONDAY).body("accepted", equalTo(2));
        bureau.sends(tuesday).body("accepted", equalTo(2));
        bureau.sends(wednesday).body("accepted", equalTo(2)).body("waiting", equalTo(0));

        bureau.confirmsTreasury(wednesday).body("booked", equalTo(4)).body("refused", equalTo(0));
        bureau.confirmsTreasury(wednesday).body("repeated", equalTo(4));
        bureau.reconciles(MONDAY, wednesday)
                .statusCode(201)
                .body("totals.agree", equalTo(true))
                .body("matched", equalTo(5))
                .body("treasury.count", equalTo(4))
                .body("treasury.sum", equalTo("1520.00"))
                .body("differences", empty());
        for (var person : people) {
            World.clerk()
                    .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                    .then()
                    .body("covered", equalTo(true));
        }
    }
}
