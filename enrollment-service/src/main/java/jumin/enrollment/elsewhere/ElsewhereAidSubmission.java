package jumin.enrollment.elsewhere;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.enrollment.person.PersonId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 申请异地参保的资助 */
@Schema(description = "享受资助参保的人员在异地参保并缴费的，凭证明按本市标准申请资助")
public record ElsewhereAidSubmission(
        @NotNull PersonId personId,
        @NotNull @Min(2000) @Max(2100) Integer benefitYear,

        @NotBlank @Size(max = 100) @Schema(description = "异地参保地", examples = "某省某市")
        String insuredWhere,

        @NotNull @Schema(implementation = String.class, description = "本人在异地缴纳的个人缴费", examples = "400.00")
        Money paid,

        @NotNull @Schema(description = "缴费之日") LocalDate paidOn,

        @NotBlank @Size(max = 200) @Schema(description = "证明；不写证件号码", examples = "某市参保凭证、缴费票据")
        String evidence) {}
