package jumin.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 入院信息变更（2403）: the whole of it as it is now, and since when it is so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "入院信息变更（2403）：变更后的全部入院信息；没有变的照填")
public record EncounterChange(
        @NotBlank
        @Size(max = 30)
        @Schema(description = "医疗类别", examples = "21", extensions = @Extension(name = "x-nhsa", value = "med_type"))
        String careType,

        @NotNull
        @Schema(
                description = "入院时刻",
                examples = "2024-03-02T09:30:00+08:00",
                extensions = @Extension(name = "x-nhsa", value = "begntime"))
        OffsetDateTime admittedAt,

        @NotBlank
        @Size(max = 30)
        @Schema(description = "入院诊断编码", extensions = @Extension(name = "x-nhsa", value = "dscg_maindiag_code"))
        String diagnosisCode,

        @NotBlank @Size(max = 200) @Schema(description = "入院诊断名称")
        String diagnosisName,

        @Valid @Schema(description = "科室、床位等；省略即没有") Ward ward,

        @Schema(description = "自何时起如此（如转科、换床的时刻）；更正登记错误的省略，即自入院起")
        OffsetDateTime since,

        @NotBlank @Size(max = 200) @Schema(description = "变更的理由", examples = "入院日期登记有误，以病案首页为准")
        String reason) {

    Admission admission() {
        return new Admission(
                careType,
                admittedAt,
                new Admission.Diagnosis(diagnosisCode, diagnosisName),
                ward == null ? Ward.UNSAID : ward);
    }

    OffsetDateTime from() {
        return since == null ? admittedAt : since;
    }
}
