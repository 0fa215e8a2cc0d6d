package jumin.contribution.elsewhere;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 追回到账的一笔; one that was typed wrongly stays, with who reversed it and why. */
@Schema(name = "ElsewhereAidReceipt", description = "追回到账的一笔；登记有误的由另一人冲销，写明理由")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AidReceipt(
        UUID id,
        @Schema(description = "收款单号") String documentNo,
        Money amount,
        LocalDate receivedOn,
        String enteredBy,
        @Schema(description = "冲销的人") String reversedBy,
        @Schema(description = "冲销的理由") String reversalReason) {

    boolean stands() {
        return reversedBy == null;
    }
}
