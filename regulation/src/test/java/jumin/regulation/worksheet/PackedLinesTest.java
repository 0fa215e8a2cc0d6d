package jumin.regulation.worksheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.Line.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("核算单的行存成数，读出来的就是写进去的")
class PackedLinesTest {

    private static final Citation CITATION = new Citation("办法", "第一条");

    private static List<Line> written(LineKind kind, Figures figures) {
        var legend = new Legend();
        var worksheet = Worksheet.on(legend);
        legend.clause("first", "第一条", CITATION);
        var clause = legend.clause("second", "第二条", CITATION);
        worksheet.write(kind, clause, figures, -123);
        worksheet.write(LineKind.PERSON_TOTAL, clause, 123);
        return worksheet.lines();
    }

    @ParameterizedTest
    @DisplayName("比例、加点、标准在能并入行首的最大数上下，和负数")
    @CsvSource({
        "1000000, 1000000",
        "1048575, 1048575",
        "1048576, 0",
        "0, 1048576",
        "-1, 0",
        "0, -1",
        "9223372036854775807, 0",
        "0, 0"
    })
    void whatIsReadIsWhatWasWritten(long standard, long points) {
        var figures = new Figures(999_999_999_999L, -7, standard, points);

        for (var kind : LineKind.values()) {
            var lines = written(kind, figures);
            assertEquals(new Line(kind, "second", "第二条", figures, -123, CITATION), lines.getFirst());
            assertEquals(123, lines.getLast().amount());
        }
    }

    @Test
    @DisplayName("很多行：逐行不乱")
    void manyLinesStayInOrder() {
        var legend = new Legend();
        var worksheet = Worksheet.on(legend);
        var clause = legend.clause("only", "一条", CITATION);
        for (int i = 0; i < 1000; i++) {
            worksheet.write(LineKind.FUND_PAYS, clause, new Figures(i, 0, i % 3 * 600_000, 0), i);
        }

        var lines = worksheet.lines();

        assertEquals(1000, lines.size());
        assertEquals(999, lines.getLast().figures().base());
        assertEquals(1_200_000, lines.get(500).figures().standard());
    }
}
