package jumin.claims.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import jumin.claims.wire.Articles;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.worksheet.Line;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Worksheet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 核算单的一行: number, sentence, base, rate, amount and article. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "核算单的一行")
public record StatementLine(
        @Schema(description = "行号；“其中”行没有") Integer no,
        @Schema(description = "种类", examples = "FUND_PAYS") LineKind kind,
        @Schema(description = "说明") String sentence,
        @Schema(description = "基数") Money base,
        @Schema(description = "扣减（限额行：已用）") Money less,
        @Schema(description = "比例") Rate rate,
        @Schema(description = "提高的百分点") Rate points,
        @Schema(description = "限额") Money limit,
        @Schema(description = "金额；未计算的没有") Money amount,

        @Schema(description = "打印的金额", examples = "−2,340.00")
        String printedAmount,

        @Schema(description = "文件") String instrument,
        @Schema(description = "条款", examples = "第二十九条") String article) {

    static List<StatementLine> of(Worksheet worksheet) {
        var lines = new ArrayList<StatementLine>();
        var number = 1;
        for (var line : worksheet.lines()) {
            lines.add(of(line, line.kind() == LineKind.PART ? null : number++));
        }
        return lines;
    }

    private static StatementLine of(Line line, Integer number) {
        var figures = line.figures();
        var rated = line.kind() != LineKind.LIMIT && figures.standard() != 0;
        var limited = line.kind() == LineKind.LIMIT;
        return new StatementLine(
                number,
                line.kind(),
                line.sentence(),
                rated || limited ? Money.ofFen(figures.base()) : null,
                figures.less() == 0 && !limited ? null : Money.ofFen(figures.less()),
                rated ? new Rate(figures.standard()) : null,
                rated && figures.points() != 0 ? new Rate(figures.points()) : null,
                limited ? Money.ofFen(figures.standard()) : null,
                amount(line),
                line.printedAmount(),
                line.citation().instrument(),
                Articles.readable(line.citation()));
    }

    private static Money amount(Line line) {
        return switch (line.kind()) {
            case NOT_EVALUATED, DENIAL, REASON, DAY -> null;
            case PERSON_BEARS, EXCESS_PART, THIRD_PARTY_PAYS -> Money.ZERO.minus(line.money());
            case TOTAL, SUBTOTAL, FUND_PAYS, LIMIT, COUNTED, PART, THRESHOLD, FUND_TOTAL, PERSON_TOTAL -> line.money();
        };
    }
}
