package jumin.contribution.treasury;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 国库确认 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE})
@Tag(name = "payments", description = "缴费")
public class TreasuryResource {

    private final ReportTreasury report;
    private final ReadTreasury read;
    private final CorrectTreasury correct;

    TreasuryResource(ReportTreasury report, ReadTreasury read, CorrectTreasury correct) {
        this.report = report;
        this.read = read;
        this.correct = correct;
    }

    /** 冲销的理由. */
    public record Reason(
            @NotBlank(message = "须写明理由") @Size(max = 200) @Schema(description = "为什么冲销", examples = "国库回单金额录错")
            String reason) {}

    @POST
    @Path("treasury-confirmations")
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "confirmTreasury",
            summary = "税务机关推送入库、上解或退回确认",
            description =
                    "以税票号、阶段、金额、日期和单号为幂等键；可以先于缴费到达，上解、退回可以先于入库到达，等着记账；退回后可以重新入库。逐行按原顺序回执：BOOKED 已收下 / REPEATED 重发 / REFUSED 拒收。")
    public ReportTreasury.Answer confirm(
            @NotNull @Size(min = 1, max = 10000) List<TreasuryConfirmation> confirmations) {
        return report.run(confirmations);
    }

    @GET
    @Path("treasury-confirmations")
    @RolesAllowed({Roles.TAX, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listTreasuryConfirmations",
            summary = "查看国库确认",
            description = "按确认日期排列，含已退回、已冲销的；税务机关看本机关的。")
    public TreasuryView.TreasuryPage list(
            @RestQuery @DefaultValue("") @Pattern(regexp = "|[0-9A-Za-z-]{6,40}") String voucherNo,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|RECEIVED|REMITTED|RETURNED") String stage,
            @RestQuery
                    @DefaultValue("")
                    @Pattern(regexp = "|BOOKED|WAITS_FOR_PAYMENT|WAITS_FOR_RECEIVED|RETURNED|REVERSED")
                    String state,
            @RestQuery
                    @DefaultValue("")
                    @Pattern(regexp = "|PROPOSED|APPROVED|REJECTED")
                    @Schema(description = "冲销申请的状态；PROPOSED 即待复核")
                    String reversal,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery @DefaultValue("") @Size(max = 60) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var days = new ReadTreasury.Days(Optional.ofNullable(from), Optional.ofNullable(to));
        return read.list(new ReadTreasury.Wanted(voucherNo, stage, state, reversal, days, after, limit));
    }

    @GET
    @Path("treasury-confirmations/{id}")
    @RolesAllowed({Roles.TAX, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readTreasuryConfirmation", summary = "查看一笔国库确认，和对它提出的冲销")
    public TreasuryView one(UUID id) {
        return read.one(id);
    }

    @POST
    @Path("treasury-confirmations/{id}/reversal")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(
            operationId = "proposeTreasuryReversal",
            summary = "提出冲销一笔报错的国库确认",
            description = "其后已有上解或退回的，先冲销其后的；退费已下达、已付的不能冲销。复核后分录冲销，原确认留存，由税务机关重报。")
    @APIResponse(
            responseCode = "201",
            description = "已提出，待复核",
            content = @Content(schema = @Schema(implementation = TreasuryView.class)))
    public Response propose(
            UUID id,
            @NotNull @Valid Reason reason,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "treasury-reversal-0001") String key) {
        return correct.propose(id, reason.reason(), key);
    }

    @POST
    @Path("treasury-reversals/{id}/approval")
    @RolesAllowed({Roles.COUNTY_APPROVER, Roles.FINANCE})
    @Operation(operationId = "approveTreasuryReversal", summary = "冲销国库确认", description = "复核人不能是提出人。")
    public TreasuryView approve(UUID id) {
        return correct.decide(id, true);
    }

    @POST
    @Path("treasury-reversals/{id}/rejection")
    @RolesAllowed({Roles.COUNTY_APPROVER, Roles.FINANCE})
    @Operation(operationId = "rejectTreasuryReversal", summary = "不予冲销国库确认")
    public TreasuryView reject(UUID id) {
        return correct.decide(id, false);
    }
}
