package jumin.claims.clearing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jumin.claims.provider.ProviderCode;
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

/** 机构收款账户 */
@Path("provider-accounts")
@RunOnVirtualThread
@Tag(name = "clearing")
public class ProviderAccountResource {

    private final KeepProviderAccounts accounts;
    private final Once once;
    private final CurrentCaller caller;

    ProviderAccountResource(KeepProviderAccounts accounts, Once once, CurrentCaller caller) {
        this.accounts = accounts;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "enterProviderAccount",
            summary = "填写或更正机构的收款账户",
            description = "另一人确认后有效；更正是另填一次，原来填的保留。退汇的款项只付给退汇以后更正并确认的账户。")
    @APIResponse(
            responseCode = "201",
            description = "待另一人确认的账户",
            content = @Content(schema = @Schema(implementation = ProviderAccountView.class)))
    public Response enter(@RestHeader(Once.HEADER) String key, @NotNull @Valid ProviderAccountEntry entry) {
        var by = caller.get();
        return caller.callAsService(() -> once.answer("provider-account", key, entry, () -> {
            var view = accounts.enter(entry, by);
            return Once.Answer.created(view, "/api/claims/v1/provider-accounts?provider=" + view.provider());
        }));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listProviderAccounts", summary = "某机构收款账户的历次填写，最新的在前", description = "医院只看到本机构的。")
    public List<ProviderAccountView> list(
            @RestQuery @NotNull @Pattern(regexp = ProviderCode.FORM) String provider,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return accounts.of(provider, limit);
    }

    @GET
    @Path("{id}/number")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "readProviderAccountNumber", summary = "查看机构收款账户的账号（明文，查看留痕）")
    public ProviderAccountNumber number(UUID id) {
        return accounts.number(id);
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "confirmProviderAccount", summary = "确认机构收款账户（填写人以外的另一人）")
    public ProviderAccountView confirm(UUID id) {
        return accounts.confirm(id);
    }
}
