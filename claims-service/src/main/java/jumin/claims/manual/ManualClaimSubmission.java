package jumin.claims.manual;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.payout.Payee;
import jumin.claims.payout.PayeeRelation;
import jumin.claims.provider.ProviderCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 零星报销申请 as it is taken in at the counter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "零星报销申请：就医机构（须已登记，非定点的登记时不签协议）、账单、收到的材料、收款人")
public record ManualClaimSubmission(
        @NotNull @Schema(description = "就医机构编号", examples = "H36090200001")
        ProviderCode provider,

        @NotNull @Valid BillSubmission bill,

        @NotNull @Size(max = 20) @Schema(description = "收到的材料代码，见 GET /manual-claims/documents")
        List<@NotBlank @Size(max = 40) String> documents,

        @Schema(description = "是否做过手术，省略即是（材料清单不同）") Boolean hadOperation,

        @NotNull @Schema(description = "收款人与参保人的关系：SELF 本人、GUARDIAN 监护人、PROXY 受托人、HEIR 继承人")
        PayeeRelation relation,

        @NotNull @Valid Payee payee) {}
