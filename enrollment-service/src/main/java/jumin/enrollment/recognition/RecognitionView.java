package jumin.enrollment.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 身份认定 as staff sees it. */
@Schema(description = "身份认定")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RecognitionView(
        @Schema(examples = "minimum_living") String category,
        @Schema(examples = "低保对象") String categoryName,
        @Schema(description = "认定机关", examples = "MZ110101") String organ,
        LocalDate from,

        @Schema(implementation = LocalDate.class, description = "最后一日；未终止的没有")
        Optional<LocalDate> to,

        @Schema(description = "今日有效") boolean holdsToday,
        OffsetDateTime recordedAt,

        @Schema(implementation = OffsetDateTime.class, description = "被后来的记录取代，或随名单撤回的时间")
        Optional<OffsetDateTime> supersededAt) {

    /** The recognitions of one person. */
    @Schema(name = "RecognitionsFound", description = "身份认定，按起始日")
    public record Found(List<RecognitionView> items) {}
}
