package jumin.claims.clearing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jumin.claims.provider.ProviderCode;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which month of which provider, and how much is kept back by its agreement. */
@Schema(description = "生成月度结算单：机构、付款的统筹区、月份、协议约定的预留比例")
public record MonthlyStatementSubmission(
        @NotNull ProviderCode provider,

        @NotNull @Pattern(regexp = "\\d{6}") @Schema(examples = "990100")
        String area,

        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Schema(examples = "2024-03")
        String month,

        @Schema(description = "预留比例，如 0.05；不预留写 0；服务协议登记了的可不填", examples = "\"0.05\"")
        Rate retentionRate) {}
