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
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 月度结算单 */
@Path("monthly-statements")
@RunOnVirtualThread
@Tag(name = "clearing")
public class MonthlyStatementResource {

    private static final String BASE = "/api/claims/v1/monthly-statements/";

    private final KeepStatements statements;
    private final Once once;
    private final CurrentCaller caller;

    MonthlyStatementResource(KeepStatements statements, Once once, CurrentCaller caller) {
        this.statements = statements;
        this.once = once;
        this.caller = caller;
    }

    /** What a reviewer says. */
    @Schema(name = "MonthlyStatementApproval", description = "复核意见")
    public record Approval(@NotBlank @Size(max = 200) String opinion) {}

    /** By which voucher the money went out. */
    @Schema(description = "拨付凭证")
    public record Payment(
            @NotBlank @Size(max = 100) String voucher,

            @Pattern(regexp = "\\d{4}", message = "账号末四位")
            @Schema(description = "实际拨付到的账户的末四位，与已确认的收款账户核对；机构没有登记收款账户的不填")
            String accountLastFour) {}

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "makeMonthlyStatement",
            summary = "生成月度结算单",
            description = "基金应付按机构当月的结算与冲正合计；终结的审核扣减一并列入，只扣一次；预留按协议比例。")
    @APIResponse(
            responseCode = "201",
            description = "月度结算单",
            content = @Content(schema = @Schema(implementation = MonthlyStatementView.class)))
    public Response make(@RestHeader(Once.HEADER) String key, @NotNull @Valid MonthlyStatementSubmission wanted) {
        var by = caller.get();
        return caller.callAsService(() -> once.answer("monthly-statement", key, wanted, () -> {
            var view = statements.make(wanted, by);
            return Once.Answer.created(view, BASE + view.id());
        }));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listMonthlyStatements",
            summary = "月度结算单的清单",
            description = "写明 month 的，是该月的，可按 state 过滤；不写的须写 state，是各月该状态的，after 写上一页最后一项。医院只看到本机构的。")
    public List<MonthlyStatementView> list(
            @RestQuery @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery MonthlyStatementView.State state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        if (month != null) {
            return statements.of(YearMonth.parse(month), provider, Optional.ofNullable(state));
        }
        if (state == null) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "?month", "month 和 state 至少写一个", "如 month=2024-03");
        }
        return statements.page(state, provider, after, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readMonthlyStatement", summary = "查看月度结算单")
    public MonthlyStatementView read(UUID id) {
        return statements.read(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "approveMonthlyStatement", summary = "复核月度结算单（另一人）")
    public MonthlyStatementView approve(UUID id, @NotNull @Valid Approval approval) {
        return statements.approve(id, approval.opinion());
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "rejectMonthlyStatement",
            summary = "退回月度结算单（另一人，写明理由）",
            description = "更正后重新生成；它所列的扣减重新待扣。")
    public MonthlyStatementView reject(UUID id, @NotNull @Valid Approval approval) {
        return statements.reject(id, approval.opinion());
    }

    @POST
    @Path("{id}/approval-withdrawal")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "withdrawApprovalMonthlyStatement",
            summary = "撤回月度结算单的复核（复核人以外的人，写明理由）",
            description = "复核后、拨付前发现有误的：恢复为复核以前，可以退回后重新办理，或再次复核；拨付过的（包括退汇的）不能撤回。")
    @APIResponse(
            responseCode = "200",
            description = "恢复为复核以前",
            content = @Content(schema = @Schema(implementation = MonthlyStatementView.class)))
    public Response withdrawApproval(
            @RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid ApprovalWithdrawalReason mistaken) {
        return once.answer(
                "monthly-statement-approval-withdrawal",
                key,
                List.of(id, mistaken),
                () -> Once.Answer.ok(statements.withdrawApproval(id, mistaken.reason())));
    }

    @POST
    @Path("{id}/payment")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "payMonthlyStatement", summary = "登记拨付", description = "退汇后再次拨付的用新的凭证号。")
    @APIResponse(
            responseCode = "200",
            description = "已拨付",
            content = @Content(schema = @Schema(implementation = MonthlyStatementView.class)))
    public Response pay(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Payment payment) {
        return once.answer(
                "monthly-statement-payment",
                key,
                List.of(id, payment),
                () -> Once.Answer.ok(statements.pay(id, payment.voucher(), payment.accountLastFour())));
    }

    @POST
    @Path("{id}/bounce")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "bounceMonthlyStatement",
            summary = "登记月度结算单已拨付款项的银行退汇",
            description = "账户有误或已销户而被银行退回的：该笔拨付冲回，款项重新应付；更正机构收款账户、另一人确认后再登记拨付。")
    @APIResponse(
            responseCode = "201",
            description = "待更正账户后再付",
            content = @Content(schema = @Schema(implementation = MonthlyStatementView.class)))
    public Response bounce(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid PaymentReturn sentBack) {
        return once.answer(
                "monthly-statement-bounce",
                key,
                List.of(id, sentBack),
                () -> Once.Answer.created(statements.bounce(id, sentBack.reason()), BASE + id));
    }

    @POST
    @Path("{id}/bounce-withdrawal")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "withdrawBounceMonthlyStatement",
            summary = "撤销误登的退汇（写明理由）",
            description = "款项其实已到账的：恢复为已拨付，冲回的账目恢复；已再次拨付的不能撤销。")
    @APIResponse(
            responseCode = "200",
            description = "恢复为已拨付",
            content = @Content(schema = @Schema(implementation = MonthlyStatementView.class)))
    public Response withdrawBounce(
            @RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid PaymentReturn mistaken) {
        return once.answer(
                "monthly-statement-bounce-withdrawal",
                key,
                List.of(id, mistaken),
                () -> Once.Answer.ok(statements.withdrawBounce(id, mistaken.reason())));
    }
}
