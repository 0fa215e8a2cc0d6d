package jumin.enrollment.overlap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 参保名单: who is insured otherwise, from when to when. */
@Schema(description = "职工医保或外地居民医保的参保名单")
public record CoverListSubmission(
        @NotNull @Schema(examples = "EMPLOYEE") CoverSource source,

        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "月份，如 2024-03") @Schema(examples = "2024-03")
        String listMonth,

        @NotEmpty @Size(max = 2000) List<@NotNull @Valid Row> rows) {

    /** One insured person. */
    @Schema(name = "CoverListRow", description = "名单中的一人")
    public record Row(
            @NotBlank @Size(max = 40) @Schema(description = "证件号码")
            String idNumber,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Schema(description = "待遇起始日") LocalDate from,
            @Nullable @Schema(description = "待遇终止日；在保的不填") LocalDate to,

            @NotBlank @Size(max = 100) @Schema(description = "参保地", examples = "某市")
            String where) {

        @Override
        public String toString() {
            return "CoverListRow";
        }
    }
}
