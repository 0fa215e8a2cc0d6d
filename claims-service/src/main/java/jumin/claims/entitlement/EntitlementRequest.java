package jumin.claims.entitlement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who stands at the counter, and for which day. */
@Schema(description = "待遇资格查询：证件号码与姓名")
public record EntitlementRequest(
        @NotNull
        @Size(min = 6, max = 30)
        @Schema(
                description = "证件号码（certno）",
                examples = "110101199003078515",
                extensions =
                        @org.eclipse.microprofile.openapi.annotations.extensions.Extension(
                                name = "x-nhsa",
                                value = "certno"))
        String idNumber,

        @NotBlank @Size(max = 100) @Schema(description = "姓名（psn_name）", examples = "李某")
        String name,

        @Schema(description = "查询日期，省略即业务当日（begntime）", examples = "2024-03-02")
        LocalDate on) {}
