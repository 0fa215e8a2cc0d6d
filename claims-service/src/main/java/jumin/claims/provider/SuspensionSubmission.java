package jumin.claims.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 暂停服务协议, for some days. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "暂停：期间就诊的视同未签协议；qualification 省略即全部资格")
public record SuspensionSubmission(
        Qualification qualification,

        @NotNull @Schema(description = "暂停起（含）", examples = "2024-06-01")
        LocalDate validFrom,

        @Schema(description = "暂停止（含）；未定的不填；登记错的撤销：写起始日的前一天")
        LocalDate validTo,

        @NotBlank @Size(max = 100) @Schema(description = "决定文号")
        String decision,

        @NotBlank @Size(max = 200) @Schema(description = "理由")
        String reason) {

    /** Never to have held. */
    boolean takenBack() {
        return validTo != null && validTo.equals(validFrom.minusDays(1));
    }
}
