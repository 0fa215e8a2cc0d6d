package jumin.claims.redo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import jumin.claims.accumulation.YearToDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RenewedTest {

    private static final YearToDate UNCOUNTED = YearToDate.of(Map.of("cii_paid_ytd", 25_100_000L));
    private static final YearToDate COUNTED =
            YearToDate.of(Map.of("cii_paid_ytd", 25_100_000L, "incentive_used_ytd", 100_000L));

    @Test
    @DisplayName("原来的规则版本没有记使用的激励额度，其余相同的不必重算（ADR 0423）")
    void whatWasNotCountedYetIsNoReason() {
        assertTrue(Renewed.sameSums(UNCOUNTED, COUNTED, false));
    }

    @Test
    @DisplayName("同一规则版本下多出来的、少掉的、金额另有不同的，照样列入")
    void everythingElseIs() {
        assertFalse(Renewed.sameSums(UNCOUNTED, COUNTED, true));
        assertFalse(Renewed.sameSums(COUNTED, UNCOUNTED, false));
        assertFalse(Renewed.sameSums(YearToDate.of(Map.of("cii_paid_ytd", 25_000_000L)), COUNTED, false));
        assertFalse(Renewed.sameSums(
                YearToDate.of(Map.of("incentive_used_ytd", 1L, "cii_paid_ytd", 25_100_000L)), COUNTED, false));
    }
}
