package jumin.enrollment.category;

import static jumin.enrollment.Calls.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A number that was merged twice names the person at the end. */
@QuarkusTest
class MergedTwiceTest {

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    @BeforeEach
    void anotherOrgan() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-10-10T09:00:00");
        standard.published(SendingOrgan.YEAR, "400.00");
    }

    private static void merge(SendingOrgan.Somebody merged, SendingOrgan.Somebody survivor) {
        post(
                        Demo.clerk(),
                        Map.of(
                                "survivorId",
                                survivor.personId(),
                                "mergedId",
                                merged.personId(),
                                "reason",
                                "同一人",
                                "evidence",
                                "户口簿"),
                        "/person-merges")
                .statusCode(201);
    }

    @Test
    @DisplayName("名单按两次并入前的证件号码报送：认定到最后保留的人，整份名单照常受理")
    void aListNamesWhoWasMergedTwice() {
        var people = SendingOrgan.people(3);
        merge(people.get(0), people.get(1));
        merge(people.get(1), people.get(2));
        SendingOrgan.another()
                .list("2032-09", List.of(people.getFirst()))
                .body("state", equalTo("APPLIED"))
                .body("rows.personId", hasItem(people.getLast().personId()));
    }
}
