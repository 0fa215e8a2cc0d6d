package jumin.enrollment.merge;

import java.util.List;
import jumin.enrollment.person.PersonLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 合并 as it would be; nothing is stored. */
@Schema(description = "合并的效果，供确认前查看")
public record MergeTrialView(
        PersonLine survivor,
        PersonLine merged,
        @Schema(description = "并入方的参保登记将由保留方接续的年度") List<Integer> carriedYears,

        @Schema(description = "两方都参保、并入方的登记将撤销的年度；已缴费的按重复缴费退费")
        List<Integer> doubleYears,

        @Schema(description = "将转到保留方的身份认定数") int recognitions,
        @Schema(description = "并入方将离开其户") boolean leavesHousehold) {

    public MergeTrialView {
        carriedYears = List.copyOf(carriedYears);
        doubleYears = List.copyOf(doubleYears);
    }
}
