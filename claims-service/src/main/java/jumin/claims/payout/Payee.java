package jumin.claims.payout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 收款人: whose account the money goes to. The number is sealed at rest and shown by its last four digits. */
@Schema(description = "收款人与账户；账号加密保存，只显示末四位")
public record Payee(
        @NotBlank @Size(max = 100) @Schema(description = "户名")
        String name,

        @NotBlank @Size(max = 100) @Schema(description = "开户行")
        String bank,

        @NotNull @Pattern(regexp = "\\d{10,25}", message = "账号须为10至25位数字") @Schema(description = "账号")
        String account) {

    public String lastFour() {
        return account.substring(account.length() - 4);
    }

    /** Names nothing: what is printed by accident holds no account. */
    @Override
    public String toString() {
        return "Payee";
    }
}
