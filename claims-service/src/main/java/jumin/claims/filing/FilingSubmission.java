package jumin.claims.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import jumin.claims.entitlement.PersonReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 备案、认定、申报 as it is submitted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "备案、认定、申报：人员、有效期与内容；补办的 validFrom 写入院日期，filedOn 为今日")
public record FilingSubmission(
        @NotNull @Valid PersonReference person,

        @NotNull @Schema(description = "有效期起（含）", examples = "2024-03-01")
        LocalDate validFrom,

        @Schema(description = "有效期止（含）；长期有效的不填") LocalDate validTo,
        @NotNull @Valid FilingDetails details) {}
