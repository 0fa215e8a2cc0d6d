package jumin.claims.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 回盘的一行 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "回盘的一行：是否付出；未付出的写银行所说的原因")
public record BankAnswer(
        @NotNull @Min(1) Integer line,
        @NotNull Boolean paid,
        @Size(max = 200) String reason) {

    String said() {
        return Optional.ofNullable(reason).map(String::strip).orElse("");
    }
}
