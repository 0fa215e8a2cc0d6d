package jumin.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import jumin.claims.entitlement.PersonReference;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 就诊登记 as a hospital sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "就诊登记（2201、2401）")
public record EncounterSubmission(
        @NotNull @Valid PersonReference person,

        @NotBlank
        @Size(max = 30)
        @Schema(description = "医疗类别", examples = "21", extensions = @Extension(name = "x-nhsa", value = "med_type"))
        String careType,

        @NotNull
        @Schema(
                description = "入院或就诊时刻",
                examples = "2024-03-02T09:30:00+08:00",
                extensions = @Extension(name = "x-nhsa", value = "begntime"))
        OffsetDateTime admittedAt,

        @NotBlank
        @Size(max = 30)
        @Schema(description = "入院诊断编码", extensions = @Extension(name = "x-nhsa", value = "dscg_maindiag_code"))
        String diagnosisCode,

        @NotBlank @Size(max = 200) @Schema(description = "入院诊断名称")
        String diagnosisName,

        @Valid @Schema(description = "科室、床位等；可不填") Ward ward) {

    Admission admission() {
        return new Admission(
                careType,
                admittedAt,
                new Admission.Diagnosis(diagnosisCode, diagnosisName),
                ward == null ? Ward.UNSAID : ward);
    }
}
