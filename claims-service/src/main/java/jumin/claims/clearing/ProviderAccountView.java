package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 机构收款账户 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "机构收款账户的一次填写；没有 confirmedBy 的待另一人确认；最新一次确认后的有效")
public record ProviderAccountView(
        UUID id,
        String provider,
        @Schema(description = "付款的统筹区") String area,
        @Schema(description = "户名") String payeeName,
        @Schema(description = "开户行") String payeeBank,
        @Schema(description = "账号末四位") String accountLastFour,
        @Schema(description = "填写的人；确认须由另一人") String enteredBy,
        LocalDate enteredOn,
        String confirmedBy,
        LocalDate confirmedOn) {}
