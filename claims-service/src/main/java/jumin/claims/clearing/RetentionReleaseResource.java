package jumin.claims.clearing;

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
import java.util.List;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 预留返还 */
@Path("retention-releases")
@RunOnVirtualThread
@Tag(name = "clearing")
public class RetentionReleaseResource {

    private static final String BASE = "/api/claims/v1/retention-releases/";

    private final ReleaseRetention release;
    private final Once once;
    private final CurrentCaller caller;

    RetentionReleaseResource(ReleaseRetention release, Once once, CurrentCaller caller) {
        this.release = release;
        this.once = once;
        this.caller = caller;
    }

    /** What a reviewer says. */
    @Schema(name = "RetentionReleaseOpinion", description = "复核意见")
    public record Opinion(@NotBlank @Size(max = 200) String opinion) {}

    /** By which voucher the money went out. */
    @Schema(name = "RetentionReleasePayment", description = "拨付凭证")
    public record Payment(
            @NotBlank @Size(max = 100) String voucher,

            @Pattern(regexp = "\\d{4}", message = "账号末四位")
            @Schema(description = "实际拨付到的账户的末四位，与已确认的收款账户核对；机构没有登记收款账户的不填")
            String accountLastFour) {}

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "makeRetentionRelease",
            summary = "按年度考核结果提出预留返还",
            description = "处理该年度已复核的月度结算单所预留、尚未处理的全部金额：按比例返还机构，其余冲减基金支出。条文没有写明比例的，按服务协议由考核结果得出。")
    @APIResponse(
            responseCode = "201",
            description = "待复核的预留返还",
            content = @Content(schema = @Schema(implementation = RetentionReleaseView.class)))
    public Response make(@RestHeader(Once.HEADER) String key, @NotNull @Valid RetentionReleaseSubmission wanted) {
        var by = caller.get();
        return caller.callAsService(() -> once.answer("retention-release", key, wanted, () -> {
            var view = release.make(wanted, by);
            return Once.Answer.created(view, BASE + view.id());
        }));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listRetentionReleases", summary = "某年度的预留返还", description = "医院只看到本机构的。")
    public List<RetentionReleaseView> list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer year,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider) {
        return release.of(year, provider);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readRetentionRelease", summary = "查看预留返还")
    public RetentionReleaseView read(UUID id) {
        return release.read(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "approveRetentionRelease", summary = "复核同意预留返还（另一人）")
    public RetentionReleaseView approve(UUID id, @NotNull @Valid Opinion opinion) {
        return release.decide(id, true, opinion.opinion());
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "rejectRetentionRelease", summary = "不同意预留返还（另一人）；更正后重新提出")
    public RetentionReleaseView reject(UUID id, @NotNull @Valid Opinion opinion) {
        return release.decide(id, false, opinion.opinion());
    }

    @POST
    @Path("{id}/approval-withdrawal")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "withdrawApprovalRetentionRelease",
            summary = "撤回预留返还的复核（复核人以外的人，写明理由）",
            description = "复核后、拨付前发现有误的：恢复为复核以前，可以退回后重新办理，或再次复核；拨付过的（包括退汇的）不能撤回。")
    @APIResponse(
            responseCode = "200",
            description = "恢复为复核以前",
            content = @Content(schema = @Schema(implementation = RetentionReleaseView.class)))
    public Response withdrawApproval(
            @RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid ApprovalWithdrawalReason mistaken) {
        return once.answer(
                "retention-release-approval-withdrawal",
                key,
                List.of(id, mistaken),
                () -> Once.Answer.ok(release.withdrawApproval(id, mistaken.reason())));
    }

    @POST
    @Path("{id}/payment")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "payRetentionRelease", summary = "登记预留返还的拨付", description = "退汇后再次拨付的用新的凭证号。")
    @APIResponse(
            responseCode = "200",
            description = "已拨付",
            content = @Content(schema = @Schema(implementation = RetentionReleaseView.class)))
    public Response pay(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Payment payment) {
        return once.answer(
                "retention-release-payment",
                key,
                List.of(id, payment),
                () -> Once.Answer.ok(release.pay(id, payment.voucher(), payment.accountLastFour())));
    }

    @POST
    @Path("{id}/bounce")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "bounceRetentionRelease",
            summary = "登记预留返还已拨付款项的银行退汇",
            description = "账户有误或已销户而被银行退回的：该笔拨付冲回，款项重新应付；更正机构收款账户、另一人确认后再登记拨付。")
    @APIResponse(
            responseCode = "201",
            description = "待更正账户后再付",
            content = @Content(schema = @Schema(implementation = RetentionReleaseView.class)))
    public Response bounce(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid PaymentReturn sentBack) {
        return once.answer(
                "retention-release-bounce",
                key,
                List.of(id, sentBack),
                () -> Once.Answer.created(release.bounce(id, sentBack.reason()), BASE + id));
    }

    @POST
    @Path("{id}/bounce-withdrawal")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "withdrawBounceRetentionRelease",
            summary = "撤销误登的退汇（写明理由）",
            description = "款项其实已到账的：恢复为已拨付，冲回的账目恢复；已再次拨付的不能撤销。")
    @APIResponse(
            responseCode = "200",
            description = "恢复为已拨付",
            content = @Content(schema = @Schema(implementation = RetentionReleaseView.class)))
    public Response withdrawBounce(
            @RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid PaymentReturn mistaken) {
        return once.answer(
                "retention-release-bounce-withdrawal",
                key,
                List.of(id, mistaken),
                () -> Once.Answer.ok(release.withdrawBounce(id, mistaken.reason())));
    }
}
