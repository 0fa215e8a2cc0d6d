package jumin.contribution.acceptance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** 征求意见稿的确认 */
@Path("law-acceptances")
@RunOnVirtualThread
@Tag(name = "law-acceptances", description = "征求意见稿的确认")
public class AcceptanceResource {

    private final ProposeAcceptance propose;
    private final DecideAcceptance decide;

    AcceptanceResource(ProposeAcceptance propose, DecideAcceptance decide) {
        this.propose = propose;
        this.decide = decide;
    }

    @POST
    @RolesAllowed(Roles.POLICY)
    @Operation(
            operationId = "proposeAcceptance",
            summary = "拟定征求意见稿的施行之日",
            description = "录入的规定尚为征求意见稿时，须凭决定文号确认施行之日，由另一人审批后生效；未确认前一律暂缓。")
    public RestResponse<LawAcceptance> propose(@NotNull @Valid AcceptanceProposal proposal) {
        return RestResponse.status(RestResponse.Status.CREATED, propose.run(proposal));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.POLICY)
    @Operation(
            operationId = "approveAcceptance",
            summary = "审批并公布施行之日",
            description = "审批人不能是拟定人。公布后经变更流告知其他服务，并重新核定该统筹区各年度的应缴和待遇享受期。")
    public LawAcceptance approve(UUID id) {
        return decide.publish(id);
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.POLICY)
    @Operation(operationId = "rejectAcceptance", summary = "退回拟定的施行之日")
    public LawAcceptance reject(UUID id) {
        return decide.reject(id);
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listAcceptances", summary = "查看某统筹区征求意见稿的确认（全部版本）")
    public List<LawAcceptance> list(@RestQuery @NotNull String area) {
        return propose.list(area);
    }
}
