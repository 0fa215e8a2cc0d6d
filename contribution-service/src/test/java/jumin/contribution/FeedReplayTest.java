package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.intake.EnrollmentFeed;
import jumin.platform.feed.Change;
import jumin.platform.feed.ChangePage;
import jumin.platform.feed.FeedInbox;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Enrollment's feed read again from zero: nobody goes back through states that are over, and nobody is told of it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FeedReplayTest {

    private static final String UNDECIDED = "{\"tier\":\"held\",\"articles\":[],\"payer\":null,\"category\":null}";

    @Inject
    World world;

    @Inject
    EnrollmentFeed feed;

    @Inject
    FeedInbox inbox;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    @Inject
    JsonColumn json;

    @BeforeEach
    void open() {
        world.opened();
    }

    private void read(ChangePage page) {
        caller.callAs(Caller.service("feed"), () -> {
            inbox.take(feed, inbox.cursor(feed.source()), page);
            return null;
        });
    }

    /** 异地参保的资助: of the same claim each time. */
    private Change aided(String cursor, World.Person person, String state) {
        var claim = UUID.nameUUIDFromBytes(person.no().getBytes(StandardCharsets.UTF_8));
        return new Change(
                cursor,
                "elsewhere-aid",
                person.id().toString(),
                Instant.EPOCH,
                json.tree(AidElsewhereCalls.claim(person, claim, state)));
    }

    private List<Long> traces() {
        return caller.callAs(
                Caller.service("test"),
                () -> Stream.of("levy", "posting", "change_feed", "coverage_decision", "feed_parked")
                        .map(table -> sql.count("select count(*) from " + table))
                        .toList());
    }

    @Test
    @DisplayName("从头重读登记的变更流：不再核定、不记账、不通知任何人；已终止的仍是终止")
    void replayFromZeroDoesNothing() {
        var person = World.somebody();
        var gone = World.somebody();
        var page = new ChangePage(
                List.of(
                        world.personChange("r:1:1", person, World.VILLAGE),
                        world.enrollmentChange("r:1:2", person, UNDECIDED, "ENROLLED", ""),
                        world.enrollmentChange("r:2:3", person, World.NOT_SUBSIDISED, "ENROLLED", ""),
                        world.personChange("r:3:4", gone, World.VILLAGE),
                        world.enrollmentChange("r:3:5", gone, World.NOT_SUBSIDISED, "ENROLLED", ""),
                        world.enrollmentChange(
                                "r:4:6",
                                gone,
                                World.NOT_SUBSIDISED,
                                "TERMINATED",
                                "\"endedOn\":\"2023-12-20\",\"endReason\":\"military_service\""),
                        aided("r:5:7", person, "APPROVED"),
                        aided("r:6:8", person, "WITHDRAWN")),
                "r:6:8",
                true);
        read(page);
        World.tax().body(World.payment(person, "380.00", "2023-11-02")).post(ROOT + "payments");
        var before = traces();

        caller.callAs(
                Caller.service("test"),
                () -> sql.update("update feed_cursor set cursor = '0' where source = ?", feed.source()));
        read(page);

        assertEquals(before, traces());
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(true));
    }
}
