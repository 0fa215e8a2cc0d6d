package jumin.claims.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 限定支付范围: the catalogue's own sentence, and the conditions in it that a bill can answer. What it cannot answer a person looks at. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "限定支付范围；条件都满足才支付。没有写条件的照付，列为待核实")
public record Restriction(
        @NotBlank @Size(max = 500) @Schema(description = "目录原文", examples = "限二级及以上医疗机构")
        String text,

        @Size(max = 8) @Schema(description = "限这些级别的机构") List<@NotNull @Pattern(regexp = LEVEL) String> levels,

        @Size(max = 100) @Schema(description = "限这些诊断（疾病诊断编码的开头）", examples = "[\"I10\"]")
        List<@NotNull @Size(min = 1, max = 30) String> diagnoses,

        @Min(0) @Max(150) @Schema(description = "限满此年龄的人") Integer fromAge,
        @Min(0) @Max(150) @Schema(description = "限不满此年龄的人") Integer belowAge) {

    private static final String LEVEL =
            "village|community|township|primary|secondary|tertiary|county_general|county_tcm";

    public Restriction {
        levels = levels == null ? List.of() : List.copyOf(levels);
        diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    }

    /** What a line's care is, as far as restrictions ask for it. */
    public record Care(String level, String diagnosis, Optional<LocalDate> birthDate) {}

    /** 符合、不符合、待核实 */
    public enum Verdict {
        MET,
        NOT_MET,
        TO_VERIFY
    }

    public Verdict of(Care care, LocalDate day) {
        var answers = Stream.of(
                        levels.isEmpty()
                                ? Optional.<Verdict>empty()
                                : Optional.of(verdict(levels.contains(care.level()))),
                        diagnoses.isEmpty()
                                ? Optional.<Verdict>empty()
                                : Optional.of(verdict(diagnoses.stream().anyMatch(care.diagnosis()::startsWith))),
                        age(care, day))
                .flatMap(Optional::stream)
                .toList();
        if (answers.contains(Verdict.NOT_MET)) {
            return Verdict.NOT_MET;
        }
        return answers.isEmpty() || answers.contains(Verdict.TO_VERIFY) ? Verdict.TO_VERIFY : Verdict.MET;
    }

    /** A year of age is complete on the birthday. */
    private Optional<Verdict> age(Care care, LocalDate day) {
        if (fromAge == null && belowAge == null) {
            return Optional.empty();
        }
        return Optional.of(care.birthDate()
                .map(born ->
                        verdict((fromAge == null || !born.plusYears(fromAge).isAfter(day))
                                && (belowAge == null || born.plusYears(belowAge).isAfter(day))))
                .orElse(Verdict.TO_VERIFY));
    }

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }
}
