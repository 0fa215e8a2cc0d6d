package jumin.contribution.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 某人某日的待遇, with its explanation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageView(
        UUID personId,
        LocalDate on,
        int benefitYear,

        @Schema(
                description =
                        "COVERED 享受 / WAITING 等待 / SUSPENDED 暂停 / TERMINATED 终止 / NOT_COVERED 不享受 / UNDETERMINED 未定")
        String state,

        boolean covered,
        @Schema(description = "一句话说明") String explanation,
        String article,
        @Schema(description = "不享受时的原因代码") String reasonCode,
        List<CoverageResult.Interval> intervals,
        @Schema(description = "截至该年度的连续参保年数，按本系统的决定计算") Integer continuousYears,
        UUID decisionId,
        OffsetDateTime computedAt,
        String lawRelease,
        @Schema(description = "决定所用的事实") Object facts,
        @Schema(description = "核算过程") Object lines) {}
