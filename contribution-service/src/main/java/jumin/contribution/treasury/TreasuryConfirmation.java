package jumin.contribution.treasury;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 国库确认: that the money of a voucher was received, handed up or given back. */
@Schema(examples = """
        {"voucherNo":"336090240100000001","stage":"RECEIVED","amount":"380.00","confirmedOn":"2023-11-03","documentNo":"RK20231103001"}\
        """)
public record TreasuryConfirmation(
        @NotNull
        @Pattern(regexp = "[0-9A-Za-z-]{6,40}", message = "税票号须为6至40位字母数字")
        @Schema(description = "电子税票号", examples = "336090240100000001")
        String voucherNo,

        @NotNull @Schema(description = "RECEIVED 入库 / REMITTED 上解 / RETURNED 退回税务机关")
        TreasuryStage stage,

        @NotNull @Schema(description = "国库确认的金额，大于零", examples = "380.00")
        Money amount,

        @NotNull @Schema(description = "入库、上解或退回日期", examples = "2023-11-03")
        LocalDate confirmedOn,

        @Size(max = 60) @Schema(description = "入库单号或上解单号", examples = "RK20231103001")
        String documentNo) {

    public TreasuryConfirmation {
        documentNo = documentNo == null ? null : documentNo.strip();
    }
}
