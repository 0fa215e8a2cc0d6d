package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 日对总账 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "一日的总账：机构自己发来的结算与冲正（经办机构的重算不影响机构应收，不计入）")
public record DailyTotal(
        LocalDate settledOn,

        @Schema(description = "参保地统筹区", extensions = @Extension(name = "x-nhsa", value = "insuplc_admdvs"))
        String area,

        @Schema(description = "笔数（结算与冲正）") int count,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "medfee_sumamt"))
        Money totalAmount,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "fund_pay_sumamt"))
        Money fundPay,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "psn_part_amt"))
        Money personPay) {}
