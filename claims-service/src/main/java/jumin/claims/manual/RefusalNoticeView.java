package jumin.claims.manual;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 不予报销通知书, as it goes to the applicant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ManualRefusalNotice", description = "零星报销不予报销通知书")
public record RefusalNoticeView(
        String areaName,
        UUID claimId,
        String number,
        @Schema(description = "参保人（已遮盖）") String name,
        String idNumber,
        @Schema(description = "就诊机构；未登记的为编号") String provider,
        LocalDate admissionDate,
        LocalDate dischargeDate,
        Money totalAmount,
        @Schema(description = "理由") String groundTitle,
        Refusal.Document document,
        String opinion,
        @Schema(description = "经办机构：县、乡镇") String county,
        String township,
        String refusedBy,
        LocalDate refusedOn,
        LocalDate printedOn) {}
