package jumin.enrollment.person;

import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jumin.enrollment.Demo;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FillInitialsTest {

    @Inject
    FillInitials fill;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    @Test
    @DisplayName("首字母表建立之前登记的人：启动时的作业补上，只做一次；已有的不重复")
    void whoWasRegisteredBeforeIsFound() throws Exception {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        var id = registered(person("曾满仓", idNumber(LocalDate.of(1961, 2, 3), true)));
        inService(() -> sql.update("delete from person_initials where person_id = ?", UUID.fromString(id)));
        post(clerk(), Map.of("initials", "zmc"), "/person-searches")
                .body("items.findAll { it.personId == '" + id + "' }", hasSize(0));

        start();
        start();
        for (var i = 0; i < 100 && count("state not in ('SUCCEEDED')") > 0; i++) {
            Thread.sleep(100);
        }

        assertEquals(1, count("state = 'SUCCEEDED'"));
        post(clerk(), Map.of("initials", "zmc"), "/person-searches").body("items.personId", hasItem(id));
        post(clerk(), Map.of("initials", "cmc"), "/person-searches").body("items.personId", hasItem(id));
        start();
        assertEquals(1, count("type = type"));
    }

    private void start() {
        inService(() -> {
            fill.submitOnce();
            return 0;
        });
    }

    private long count(String which) {
        return inService(
                () -> (int) sql.count("select count(*) from job where type = ? and " + which, FillInitials.TYPE));
    }

    private int inService(Supplier<Integer> work) {
        return caller.callAs(
                Caller.service("test"), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
