package jumin.claims.payout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 补填或更正的收款账户: waits for another person before money goes to it. */
@Schema(description = "收款人与参保人的关系、收款账户")
public record PayeeEntry(
        @NotNull @Schema(description = "收款人与参保人的关系：SELF 本人、GUARDIAN 监护人、PROXY 受托人、HEIR 继承人")
        PayeeRelation relation,

        @NotNull @Valid Payee payee) {}
