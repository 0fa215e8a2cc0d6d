package jumin.enrollment.enrollment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * 参保变更: what an enrollment said before and after.
 *
 * @param article on which it rests; empty where no law decides
 */
public record EnrollmentChange(
        ChangeId id,
        EnrollmentId enrollment,
        Kind kind,
        LocalDate effectiveOn,
        Said before,
        Said after,
        Grounds grounds,
        OffsetDateTime recordedAt,
        Optional<OffsetDateTime> undoneAt,
        String undoReason) {

    public boolean isUndone() {
        return undoneAt.isPresent();
    }

    /** What changed. */
    public enum Kind {
        /** 参保类型 */
        TYPE,
        /** 暂停 */
        SUSPENSION,
        /** 恢复 */
        RESUMPTION,
        /** 撤销参保登记 */
        CANCELLATION
    }

    /** What an enrollment says of itself. */
    @RegisterForReflection
    public record Said(EnrollmentType type, JsonNode facts) {}

    /** 事由、材料、依据 */
    public record Grounds(String reason, String evidence, String article) {}
}
