package jumin.claims.clearing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jumin.claims.payout.Payee;
import jumin.claims.provider.ProviderCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 机构收款账户的填写: waits for another person before what has come back is paid to it. */
@Schema(description = "机构在某统筹区的收款账户")
public record ProviderAccountEntry(
        @NotNull ProviderCode provider,

        @NotNull @Pattern(regexp = "\\d{6}") @Schema(description = "付款的统筹区", examples = "990100")
        String area,

        @NotNull @Valid Payee payee) {}
