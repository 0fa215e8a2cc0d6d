package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 拨付机构的一笔 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "拨付的一笔，连同银行的退汇；一笔退汇以后再付的另是一笔")
public record ProviderPayment(
        UUID id,
        Money amount,
        String voucher,
        String paidBy,
        @Schema(description = "登记拨付的日期；启用登记以前的没有") LocalDate paidOn,
        @Schema(description = "付到的账户末四位；没有登记账户的没有") String accountLastFour,
        List<Returned> returns) {

    /** 退汇; withdrawn when it was entered by mistake. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProviderPaymentReturn", description = "银行退汇；误登的写明何时由谁撤销")
    public record Returned(
            UUID id,
            @Schema(description = "银行所说的原因") String reason,
            String enteredBy,
            LocalDate on,
            String withdrawnBy,
            LocalDate withdrawnOn,
            String withdrawalReason) {}
}
