package jumin.demo.tale;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Http;
import jumin.demo.http.Request;

/** 业务日期: the administrator moves the clocks of all services; allowed in demo and test only. */
public final class Days {

    public static final LocalDate STANDARD = LocalDate.of(2023, 9, 15);
    public static final LocalDate ROSTER = LocalDate.of(2024, 1, 10);
    public static final LocalDate GROUPS = LocalDate.of(2024, 1, 11);
    public static final LocalDate LEVY = LocalDate.of(2024, 1, 12);
    public static final LocalDate PAYMENT = LocalDate.of(2024, 1, 15);
    public static final LocalDate WINDOW_END = LocalDate.of(2024, 2, 29);
    public static final LocalDate LATE_PAYMENT = LocalDate.of(2024, 3, 5);
    public static final LocalDate RECONCILIATION = LocalDate.of(2024, 3, 6);
    public static final LocalDate REFUND = LocalDate.of(2024, 3, 7);
    public static final LocalDate COVERAGE = LocalDate.of(2024, 3, 8);
    public static final LocalDate ADMISSION = LocalDate.of(2024, 3, 2);
    public static final LocalDate DISCHARGE = LocalDate.of(2024, 3, 20);
    public static final LocalDate CARE = LocalDate.of(2024, 3, 22);
    public static final LocalDate LATE_LIST = LocalDate.of(2024, 3, 25);
    public static final LocalDate CLAIM = LocalDate.of(2024, 3, 29);
    public static final LocalDate BANK = LocalDate.of(2024, 4, 2);
    public static final LocalDate CORRECTION = LocalDate.of(2024, 4, 8);

    private static final List<String> SERVICES = List.of("enrollment", "contribution", "claims");

    private Days() {}

    /** All services believe it is nine in the morning of that day. */
    public static void moveTo(Http http, LocalDate day) {
        LocalDateTime nine = day.atTime(9, 0);
        for (var service : SERVICES) {
            http.send(Actor.ADMIN, Request.put("/api/" + service + "/v1/clock", Map.of("now", nine + ":00")));
        }
    }
}
