package jumin.regulation.law.form;

import java.util.List;
import java.util.Map;

/** 常用的写法。 */
final class Shapes {

    static final Shape TEXT = Shape.Scalar.of("[\\s\\S]*", "一段文字");
    static final Shape DATE = Shape.Scalar.of("\\d{4}-\\d{2}-\\d{2}", "日期，如 2024-01-01");
    static final Shape DAY_OF_YEAR = Shape.Scalar.of("\\d{2}-\\d{2}", "月日，如 10-01");
    static final Shape TERM = Shape.Scalar.of("\\d+[dm]", "期限，如 90d、3m");
    static final Shape NUMBER = Shape.Scalar.of("\\d+", "整数");
    static final Shape FLAG = new Shape.Word(List.of("true", "false"));
    static final Shape NAME = Shape.Scalar.of("[^\\s：:]+", "一个名称，如 pool、inpatient.ratio、person.birth_date");
    static final Shape NAMES = new Shape.Many(NAME);
    static final Shape AREA_CODES = new Shape.Many(Shape.Scalar.of("\\d{1,6}", "区划代码的开头，加引号，如 \"11\""));
    static final Shape CODE = Shape.Scalar.of("[A-Z0-9_]+", "词汇 codes 中的代码，如 FILING_REQUIRED");
    static final Shape RATE = Shape.Scalar.of("\\d+(\\.\\d+)?%", "比例，如 60%");
    static final Shape TITLES = new Shape.Entries(TEXT);
    static final Shape STEPS = new Shape.Many(new Shape.Named("step"));
    static final Shape CONDITION = new Shape.Named("condition");

    /** Shapes that contain themselves. */
    static final Map<String, Shape> NAMED = Map.of(
            "cells",
            new Shape.Either(
                    new Shape.Many(Shape.Scalar.of(
                            "\\S.*",
                            "金额 600.00、比例 60%、个数 3、公式 60% of individual_contribution、unlimited、not_covered 或"
                                    + " see 另一条规定")),
                    new Shape.Entries(new Shape.Named("cells"))),
            "condition",
            new Shape.Open(
                    Map.of("any", new Shape.Many(CONDITION), "not", CONDITION),
                    new Shape.Either(new Shape.Many(TEXT), block("comparison"))),
            "anything",
            new Shape.Entries(TEXT),
            "step",
            new Shape.Told(StepForms.TELLERS, "步骤"));

    private Shapes() {}

    static Shape block(String form) {
        return new Shape.Block(form);
    }

    static Shape list(String form) {
        return new Shape.Many(new Shape.Block(form));
    }

    static Shape word(String... words) {
        return new Shape.Word(List.of(words));
    }
}
