package jumin.claims.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One agreement as it is entered. */
@Schema(description = "服务协议：按资格和日期，就诊当日有效的为准")
public record AgreementSubmission(
        @NotNull
        @Schema(
                description = "资格：INPATIENT 住院、OUTPATIENT 普通门诊、CHRONIC 门诊慢特病、DUAL_CHANNEL 双通道药品；药店没有 INPATIENT",
                examples = "INPATIENT")
        Qualification qualification,

        @NotNull @Schema(description = "生效日（含）", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(description = "终止日（含）；没有则长期", examples = "2024-12-31")
        LocalDate validTo,

        @NotBlank @Size(max = 100) @Schema(description = "协议编号或决定文号", examples = "YB-2024-001")
        String decision,

        @Schema(description = "约定的预留（质量保证金）比例；没有约定的不填", examples = "\"0.05\"")
        Rate retentionRate) {}
