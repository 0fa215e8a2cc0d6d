package jumin.contribution.taxfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 税务文件 and how far it is booked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentFileView(
        UUID fileId,
        String taxOrgan,
        int benefitYear,
        @Schema(description = "文件序号，每机关每年度从1连续") int fileNo,
        LocalDate businessDay,
        String name,
        @Schema(description = "识别出的编码") String charset,
        String sha256,
        long lines,
        @Schema(description = "金额合计，冲正为负") Money sum,
        long accepted,
        long refused,
        @Schema(description = "等待原缴费到达的冲正") long waiting,
        @Schema(description = "尚未处理的行") long open,
        UUID jobId,
        OffsetDateTime receivedAt) {

    /** @param missing numbers of files that have not come although later ones have */
    public record Files(List<PaymentFileView> items, List<Missing> missing) {}

    /** 缺号: a file of an organ that has not come although a later one has. */
    @Schema(name = "MissingPaymentFile", description = "缺少的文件：哪个税务机关的第几号")
    public record Missing(
            String taxOrgan,
            int fileNo,

            @Schema(description = "该机关共缺多少个") int ofOrgan) {}

    /** @param status READY 待处理 / WAITING 等待原缴费 / ACCEPTED 已入账 / REFUSED 拒收 */
    public record LineView(int line, String voucherNo, String status, String outcome, String detail) {}

    /** @param next pass as {@code after} for the next page */
    public record LinePage(List<LineView> items, int next) {}
}
