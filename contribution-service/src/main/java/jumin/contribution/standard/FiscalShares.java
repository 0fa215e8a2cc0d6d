package jumin.contribution.standard;

import jakarta.validation.constraints.NotNull;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 财政补助 per head by level of government; together they are the whole. */
public record FiscalShares(
        @NotNull @Schema(description = "中央", examples = "402.00")
        Money central,

        @NotNull @Schema(description = "省", examples = "214.40")
        Money provincial,

        @NotNull @Schema(description = "市", examples = "26.80")
        Money city,

        @NotNull @Schema(description = "县", examples = "26.80")
        Money county) {

    public Money total() {
        return central.plus(provincial).plus(city).plus(county);
    }
}
