package jumin.claims.clearing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 机构收款账户的账号: in clear. */
@Schema(description = "机构收款账户，账号为明文；查看留痕")
public record ProviderAccountNumber(
        @Schema(description = "户名") String payeeName,
        @Schema(description = "开户行") String payeeBank,
        @Schema(description = "账号") String account) {

    /** Names nothing: what is printed by accident holds no account. */
    @Override
    public String toString() {
        return "ProviderAccountNumber";
    }
}
