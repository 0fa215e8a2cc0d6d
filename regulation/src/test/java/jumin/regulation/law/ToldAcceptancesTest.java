package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToldAcceptancesTest {

    @Test
    @DisplayName("确认的消息：有施行日的是征求意见稿，有规则的是“不低于”的值；没有的字段和 null 一样")
    void draftsAndMinimumsAreToldApart() {
        var told = ToldAcceptances.of(
                List.of(
                        "{\"area\": \"000001\", \"rule\": \"\", \"from\": \"2024-01-01\", \"decisionNumber\": \"甲〔2023〕9号\"}",
                        "{\"area\":\"000002\",\"rule\":\"care.ratio\",\"from\":null,\"decisionNumber\":\"乙1号\",\"acceptanceId\":\"x\"}"));
        assertEquals(List.of(new Acceptance("000001", LocalDate.of(2024, 1, 1), "甲〔2023〕9号")), told.drafts());
        assertEquals(List.of(new AcceptedMinimum("000002", "care.ratio", "乙1号")), told.minimums());
        assertEquals(AcceptedLaw.Acceptances.NONE, ToldAcceptances.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> ToldAcceptances.of(List.of("[]")));
    }
}
