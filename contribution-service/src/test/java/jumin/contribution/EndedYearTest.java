package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A year that ends early: what was covered stays covered, whoever had paid or owed nothing. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class EndedYearTest {

    private static final String SPECIAL_HARDSHIP =
            "{\"tier\":\"full\",\"articles\":[\"第十三条\"],\"payer\":\"finance\",\"category\":\"special_hardship\"}";

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private World.Person someone() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        return person;
    }

    private void registered(World.Person person, String subsidy) {
        world.enrollment(person, 2024, "ordinary", subsidy, "ENROLLED", "");
    }

    private void ended(World.Person person, String subsidy, String day, String event) {
        world.enrollment(
                person,
                2024,
                "ordinary",
                subsidy,
                "TERMINATED",
                "\"endedOn\":\"" + day + "\",\"endReason\":\"" + event + "\"");
    }

    private static ValidatableResponse pays(World.Person person, String day) {
        return World.tax()
                .body(World.payment(person, "380.00", day))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
    }

    private static String state(World.Person person, String on) {
        return coverage(person, on).extract().path("state");
    }

    private static ValidatableResponse coverage(World.Person person, String on) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=" + on)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse bill(World.Person person) {
        return World.clerk()
                .get(ROOT + "households/" + person.household() + "/bill?benefitYear=2024")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("第十三条、第十六条：特困人员不缴费，年中死亡的享受到当日（A24），资助款照算")
    void whoOwesNothingKeepsTheMonthsBeforeTheEnd() {
        var person = someone();
        registered(person, SPECIAL_HARDSHIP);
        ended(person, SPECIAL_HARDSHIP, "2024-05-10", "death");

        assertEquals("COVERED", state(person, "2024-01-01"));
        assertEquals("COVERED", state(person, "2024-05-10"));
        assertEquals("TERMINATED", state(person, "2024-05-11"));
        bill(person).body("members[0].levyState", equalTo("ISSUED")).body("subsidyTotal", equalTo("380.00"));
    }

    @Test
    @DisplayName("待遇享受期开始前死亡的特困人员：没有享受，不向部门收资助款")
    void whoOwesNothingAndEndsBeforeTheYearIsNotBilled() {
        var person = someone();
        registered(person, SPECIAL_HARDSHIP);
        ended(person, SPECIAL_HARDSHIP, "2023-12-15", "death");

        coverage(person, "2024-01-01").body("covered", equalTo(false)).body("reasonCode", equalTo("ENROLLMENT_ENDED"));
        bill(person).body("members[0].levyState", equalTo("CANCELLED")).body("subsidyTotal", equalTo("0.00"));
    }

    @Test
    @DisplayName("撤销登记（登记有误）的特困人员：从未参保，没有待遇")
    void aWithdrawnRegistrationLeavesNothing() {
        var person = someone();
        registered(person, SPECIAL_HARDSHIP);
        world.enrollment(
                person,
                2024,
                "ordinary",
                SPECIAL_HARDSHIP,
                "CANCELLED",
                "\"endedOn\":\"2024-05-10\",\"endReason\":\"登记有误\"");

        coverage(person, "2024-01-01").body("reasonCode", equalTo("ENROLLMENT_ENDED"));
        bill(person).body("members[0].levyState", equalTo("CANCELLED"));
    }

    @Test
    @DisplayName("第十五条：终止前缴的费，税务迟报的照样算；先报缴费还是先报终止，结果一样")
    void whetherPaymentOrEndIsToldFirstDoesNotMatter() {
        var first = someone();
        registered(first, World.NOT_SUBSIDISED);
        pays(first, "2024-01-20");
        ended(first, World.NOT_SUBSIDISED, "2024-02-01", "death");
        var second = someone();
        registered(second, World.NOT_SUBSIDISED);
        ended(second, World.NOT_SUBSIDISED, "2024-02-01", "death");
        assertEquals("NOT_COVERED", state(second, "2024-01-25"));
        pays(second, "2024-01-20");

        for (var person : new World.Person[] {first, second}) {
            assertEquals("COVERED", state(person, "2024-01-25"));
            assertEquals("COVERED", state(person, "2024-02-01"));
            assertEquals("TERMINATED", state(person, "2024-02-02"));
            bill(person).body("members[0].levyState", equalTo("ISSUED")).body("openTotal", equalTo("0.00"));
        }
        Books.assertBalanced();
    }

    @Test
    @DisplayName("终止以后缴的费不是保险费：留在暂存款，随时可退，不论先后")
    void moneyPaidAfterTheEndIsNobodysContribution() {
        var first = someone();
        registered(first, World.NOT_SUBSIDISED);
        pays(first, "2024-02-03");
        ended(first, World.NOT_SUBSIDISED, "2024-02-01", "employee_insurance");
        var second = someone();
        registered(second, World.NOT_SUBSIDISED);
        ended(second, World.NOT_SUBSIDISED, "2024-02-01", "employee_insurance");
        pays(second, "2024-02-03").body("outcome", equalTo("NOT_REGISTERED"));

        for (var person : new World.Person[] {first, second}) {
            coverage(person, "2024-01-25").body("reasonCode", equalTo("ENROLLMENT_ENDED"));
            World.clerk()
                    .get(ROOT + "persons/" + person.id() + "/payments")
                    .then()
                    .body("[0].inSuspense", equalTo("380.00"));
            RefundCalls.trial(RefundCalls.request(person, "surplus", ""))
                    .body("allowed", equalTo(true))
                    .body("amount", equalTo("380.00"));
        }
        Books.assertBalanced();
    }

    @Test
    @DisplayName("第六条：当年终止后重新登记，中断的日子不重复享受；缴过的费从重新登记之日起算数")
    void theTimeBetweenTwoRegistrationsIsNotCovered() {
        var person = someone();
        registered(person, World.NOT_SUBSIDISED);
        pays(person, "2023-11-02");
        ended(person, World.NOT_SUBSIDISED, "2024-03-10", "employee_insurance");
        registeredAgain(person, "2024-09-01");

        assertEquals("COVERED", state(person, "2024-03-09"));
        assertEquals("TERMINATED", state(person, "2024-03-10"));
        assertEquals("TERMINATED", state(person, "2024-08-31"));
        assertEquals("COVERED", state(person, "2024-09-01"));
        assertEquals("COVERED", state(person, "2024-12-31"));
    }

    private void registeredAgain(World.Person person, String day) {
        world.apply("enrollment", person.id().toString(), """
                {"enrollmentId":"%s","personId":"%s","area":"360900","benefitYear":2024,"type":"ordinary","state":"ENROLLED",
                 "registeredOn":"%s","birthDate":"1980-01-01","facts":{},"subsidy":%s,"endedOn":null,"endReason":null}
                """.formatted(
                        UUID.randomUUID(), person.id(), day, World.NOT_SUBSIDISED));
    }

    @Test
    @DisplayName("终止后误登记又撤销：仍以终止的登记为准")
    void aWithdrawnSecondRegistrationDoesNotHideTheEnd() {
        var person = someone();
        registered(person, World.NOT_SUBSIDISED);
        pays(person, "2023-11-02");
        ended(person, World.NOT_SUBSIDISED, "2024-03-10", "employee_insurance");
        world.apply("enrollment", person.id().toString(), """
                {"enrollmentId":"%s","personId":"%s","area":"360900","benefitYear":2024,"type":"ordinary","state":"CANCELLED",
                 "registeredOn":"2024-09-01","birthDate":"1980-01-01","facts":{},"subsidy":%s,"endedOn":"2024-09-02",
                 "endReason":"登记有误"}
                """.formatted(
                        UUID.randomUUID(), person.id(), World.NOT_SUBSIDISED));

        assertEquals("COVERED", state(person, "2024-03-09"));
        assertEquals("TERMINATED", state(person, "2024-09-02"));
    }
}
