package jumin.claims.redo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jumin.claims.settlement.SettlementId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 重算指令: single decisions, or everything open of a year within the caller's scope. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "重算指令：逐笔写 settlementIds，成批写 benefitYear（本辖区该年度全部待重算的）")
public record RedoOrder(
        @Size(min = 1, max = 1000) List<@NotNull SettlementId> settlementIds,
        @Min(2000) @Max(2100) Integer benefitYear,

        @NotBlank @Size(max = 200) @Schema(description = "理由", examples = "身份认定后到，按认定日起的待遇重算")
        String reason) {

    @AssertTrue(message = "settlementIds 与 benefitYear 填且只填一项")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isOneOrMany() {
        return (settlementIds == null) != (benefitYear == null);
    }
}
