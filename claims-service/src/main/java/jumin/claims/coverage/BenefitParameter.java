package jumin.claims.coverage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/**
 * 由另文规定的待遇标准（医疗救助、大病保险）: one row of a year's standard, published by two persons.
 *
 * @param category for whom; absent for everybody else
 * @param line above which it pays (起付标准); absent where there is none
 * @param cap the most of a year or a case, as the text of the layer has it; absent where there is none
 * @param yearly whether line and cap of assistance are those of a year; absent: of each bill
 * @param includePrepay whether 先行自付 counts for critical illness; absent is no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenefitParameter(
        Layer layer,
        String category,
        Rate ratio,
        Money line,
        Money cap,
        Boolean includePrepay,
        Boolean yearly,
        String decisionNumber) {

    /** 哪一层. */
    public enum Layer {
        CRITICAL_ILLNESS,
        ASSISTANCE
    }
}
