package jumin.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Works the formulas of the cases out again with numbers from the formula alone, never with those of the law or the engine. */
@DisplayName("界限案例：写成算式的理由，算出来就是应得的金额")
class BoundaryArithmeticTest {

    /** {@code (a−b)×p%}, {@code a×p%}, {@code a×(1−p%)}; a limit may follow. */
    private static final Pattern FORMULA =
            Pattern.compile("\\(?(?<a>[\\d.]+)(?:−(?<b>[\\d.]+)\\))?×(?<p>[\\d.]+)%(?:，限(?<limit>[\\d.]+)|，再起付线)?");

    @Test
    void theFormulasGiveTheAmounts() {
        var wrong = new ArrayList<String>();
        int worked = 0;
        for (var golden : boundaries()) {
            var amount = golden.node().find("reasoning").map(Node::text).flatMap(BoundaryArithmeticTest::amount);
            if (amount.isPresent()) {
                worked++;
                if (!amounts(golden).contains(amount.get())) {
                    wrong.add(golden.id() + " " + amount.get() + " " + amounts(golden));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(worked > 250, "only " + worked + " cases have a formula");
    }

    private static List<GoldenCase> boundaries() {
        return Stream.of("chaoyang", "chifeng", "langfang", "panzhihua", "yichun")
                .flatMap(city -> CaseFiles.read(LawFiles.FOLDER.resolve(Path.of("cities", city, "cases"))).stream())
                .map(CaseFiles.Entry::golden)
                .filter(golden -> golden.id().contains("-B-"))
                .toList();
    }

    private static Optional<BigDecimal> amount(String reasoning) {
        var formula = FORMULA.matcher(reasoning);
        if (!formula.matches()) {
            return Optional.empty();
        }
        var base = new BigDecimal(formula.group("a"))
                .subtract(Optional.ofNullable(formula.group("b"))
                        .map(BigDecimal::new)
                        .orElse(BigDecimal.ZERO));
        var amount = base.multiply(new BigDecimal(formula.group("p")).movePointLeft(2))
                .setScale(2, RoundingMode.HALF_UP);
        return Optional.of(Optional.ofNullable(formula.group("limit"))
                .map(limit -> amount.min(new BigDecimal(limit).setScale(2)))
                .orElse(amount));
    }

    private static List<BigDecimal> amounts(GoldenCase golden) {
        return golden.expected().members().values().stream()
                .filter(value -> value instanceof jumin.regulation.json.Json.Text text
                        && text.value().matches("\\d+\\.\\d\\d"))
                .map(value -> new BigDecimal(((jumin.regulation.json.Json.Text) value).value()))
                .toList();
    }
}
