package jumin.claims.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 追回到账的一笔; one that was typed wrongly stays, with who reversed it and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PayoutReceived", description = "追回到账的一笔，或与应付相抵的一笔；登记有误的由另一人冲销，写明理由")
public record PayoutReceipt(
        UUID id,
        Money amount,
        String voucher,
        LocalDate receivedOn,
        String enteredBy,
        @Schema(description = "与应付相抵，没有到账") boolean setOff,
        @Schema(description = "冲销的人") String reversedBy,
        LocalDate reversedOn,
        String reversalReason) {

    boolean stands() {
        return reversedBy == null;
    }
}
