package jumin.claims.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as it is entered, with its agreements. */
@Schema(description = "定点医药机构登记")
public record ProviderSubmission(
        @NotNull @Schema(description = "机构编号（fixmedins_code）", examples = "H36090200001")
        ProviderCode code,

        @NotBlank @Size(max = 200) @Schema(description = "机构名称", examples = "示范医院")
        String name,

        @NotNull
        @Pattern(regexp = "([0-9A-Z]{6,12}/){1,5}")
        @Schema(description = "所在区划路径", examples = "990100/990102/")
        String divisionPath,

        @Schema(
                description =
                        "级别：village、community、township、primary、secondary、tertiary、county_general、county_tcm；药店（P 开头的编号）没有级别，不填",
                examples = "tertiary")
        String level,

        @Schema(description = "门诊统筹机构类别：village、township、county_tcm、county_general；不适用则不填")
        String kind,

        @Schema(description = "是否中医（民族医）医院") boolean traditional,

        @Schema(description = "级别、类别、是否中医自哪一天起如此；此前的就医按以前的。省略即更正登记，各日都按此", examples = "2024-06-01")
        LocalDate standingFrom,

        @NotNull @Valid @Size(max = 100) List<@NotNull AgreementSubmission> agreements) {

    public ProviderSubmission {
        level = level == null ? "" : level;
        kind = kind == null ? "" : kind;
    }
}
