package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.Locale;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;

/** 金额取整方式，由数据规定。 */
public final class Rounding {

    private Rounding() {}

    public static RoundingMode of(Law law) {
        var rule = law.<RoundingMode>single(
                "money.rounding", cell -> RoundingMode.valueOf(cell.text().toUpperCase(Locale.ROOT)));
        if (rule instanceof Cited<RoundingMode> cited) {
            return cited.value();
        }
        throw new IllegalArgumentException("没有规定金额取整方式 money.rounding");
    }
}
