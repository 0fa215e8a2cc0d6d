package jumin.claims.clearing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** 月度结算单 */
@Path("monthly-statements")
@RunOnVirtualThread
@Tag(name = "clearing")
public class MonthlyStatementResource {

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
    public record Payment(@NotBlank @Size(max = 100) String voucher) {}

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
            return Once.Answer.created(view, "/api/claims/v1/monthly-statements/" + view.id());
        }));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listMonthlyStatements", summary = "某月的月度结算单", description = "医院只看到本机构的。")
    public List<MonthlyStatementView> list(
            @RestQuery @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider) {
        return statements.of(YearMonth.parse(month), provider);
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
    @Path("{id}/payment")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "payMonthlyStatement", summary = "登记拨付")
    public MonthlyStatementView pay(UUID id, @NotNull @Valid Payment payment) {
        return statements.pay(id, payment.voucher());
    }
}
