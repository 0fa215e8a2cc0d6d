package jumin.claims.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 定点医药机构 */
@Path("providers")
@RunOnVirtualThread
@Tag(name = "providers", description = "定点医药机构与服务协议")
public class ProviderResource {

    private final RegisterProvider providers;
    private final Once once;

    ProviderResource(RegisterProvider providers, Once once) {
        this.providers = providers;
        this.once = once;
    }

    @POST
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "registerProvider", summary = "登记或变更定点机构及其服务协议", description = "同一机构编号再次提交即为变更。")
    @APIResponse(
            responseCode = "201",
            description = "登记后的机构",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response register(@RestHeader(Once.HEADER) String key, @NotNull @Valid ProviderSubmission provider) {
        return once.answer(
                "provider",
                key,
                provider,
                () -> Once.Answer.created(providers.run(provider), "/api/claims/v1/providers/" + provider.code()));
    }

    @POST
    @Path("{code}/agreements")
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "addProviderAgreement", summary = "增加服务协议，或变更同一生效日协议的终止日")
    @APIResponse(
            responseCode = "200",
            description = "机构及其全部协议",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response agree(
            @Pattern(regexp = ProviderCode.FORM) String code,
            @RestHeader(Once.HEADER) String key,
            @NotNull @Valid AgreementSubmission agreement) {
        return once.answer(
                "provider-agreement:" + code,
                key,
                agreement,
                () -> Once.Answer.ok(providers.agree(new ProviderCode(code), agreement)));
    }

    @POST
    @Path("{code}/suspensions")
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "suspendProvider", summary = "暂停服务协议，或变更同一起始日暂停的终止日", description = "以就诊（入院）当日的状态为准。")
    @APIResponse(
            responseCode = "200",
            description = "机构及其全部协议",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response suspend(
            @Pattern(regexp = ProviderCode.FORM) String code,
            @RestHeader(Once.HEADER) String key,
            @NotNull @Valid SuspensionSubmission suspension) {
        return once.answer(
                "provider-suspension:" + code,
                key,
                suspension,
                () -> Once.Answer.ok(providers.suspend(new ProviderCode(code), suspension)));
    }

    @GET
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listProviders", summary = "某区划及其下级的定点机构")
    public List<ProviderView> list(@RestQuery @NotNull @Pattern(regexp = "([0-9A-Z]{6,12}/){1,5}") String division) {
        return providers.under(division);
    }

    @GET
    @Path("{code}")
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "readProvider", summary = "查看定点机构及其服务协议")
    public ProviderView read(ProviderCode code) {
        return providers
                .find(code)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有机构 " + code + "。"));
    }
}
