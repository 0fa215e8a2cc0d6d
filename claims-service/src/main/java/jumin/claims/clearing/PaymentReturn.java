package jumin.claims.clearing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the bank sent it back, or why what was entered of it is wrong. */
@Schema(name = "ProviderPaymentReturnReason", description = "退汇的原因，或撤销退汇登记的理由")
public record PaymentReturn(
        @NotBlank @Size(max = 200) @Schema(examples = "账户已销户")
        String reason) {}
