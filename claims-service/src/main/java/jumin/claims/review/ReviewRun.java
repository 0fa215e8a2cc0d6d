package jumin.claims.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 事后审核的范围: what was settled in an area from day to day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "事后审核：本辖区某统筹区在结算日期起止（含）之间的全部有效结算")
public record ReviewRun(
        @NotNull @Pattern(regexp = "\\d{6}") @Schema(description = "统筹区代码")
        String area,

        @NotNull LocalDate from,
        @NotNull LocalDate to) {

    @AssertTrue(message = "止日不早于起日")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }
}
