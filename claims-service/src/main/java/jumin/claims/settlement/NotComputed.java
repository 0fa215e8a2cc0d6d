package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.wire.Articles;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.worksheet.Line;
import jumin.regulation.worksheet.LineKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 未计算的层次: no amount where nothing was computed, but why; zero is only what came out as zero. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "未计算的层次及原因；该层次的金额不出现，个人负担未扣除它")
public record NotComputed(
        @Schema(description = "层次：critical_illness 大病保险、assistance 医疗救助")
        String layer,

        String reason,
        String instrument,
        String article) {

    static final String CRITICAL_ILLNESS = "critical_illness";
    static final String ASSISTANCE = "assistance";

    /** Whether medical assistance was not computed. */
    public static boolean assistance(SettlementDecision decision) {
        return of(ASSISTANCE, decision).isPresent();
    }

    /** A line that says so speaks for itself; assistance is nothing that anybody has unless a line computes it. */
    static Optional<NotComputed> of(String layer, SettlementDecision decision) {
        var lines = decision.worksheet().lines().stream()
                .filter(line -> line.step().startsWith(layer + "."))
                .toList();
        var missing = lines.stream()
                .filter(line -> line.kind() == LineKind.NOT_EVALUATED)
                .findFirst()
                .map(line -> of(layer, line));
        var silent = layer.equals(ASSISTANCE) && !computed(lines.stream());
        return missing.or(() ->
                silent ? Optional.of(new NotComputed(layer, "本次核算不涉及医疗救助，如符合条件另行申请", null, null)) : Optional.empty());
    }

    private static boolean computed(Stream<Line> lines) {
        return lines.anyMatch(line -> line.kind() == LineKind.FUND_PAYS);
    }

    private static NotComputed of(String layer, Line line) {
        return new NotComputed(layer, line.title(), line.citation().instrument(), Articles.readable(line.citation()));
    }
}
