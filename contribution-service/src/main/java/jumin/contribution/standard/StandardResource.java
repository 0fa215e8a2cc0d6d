package jumin.contribution.standard;

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

/** 年度筹资标准 */
@Path("standards")
@RunOnVirtualThread
@Tag(name = "standards", description = "年度筹资标准")
public class StandardResource {

    private final ProposeStandard propose;
    private final DecideStandard decide;
    private final ReadStandards read;

    StandardResource(ProposeStandard propose, DecideStandard decide, ReadStandards read) {
        this.propose = propose;
        this.decide = decide;
        this.read = read;
    }

    @POST
    @RolesAllowed(Roles.POLICY)
    @Operation(
            operationId = "proposeStandard",
            summary = "拟定年度筹资标准",
            description = "由政策人员拟定，须由另一人审批后生效；更正已公布的标准同样拟定新版本。没有公布的年度不沿用上一年度。")
    public RestResponse<StandardView> propose(@NotNull @Valid StandardProposal proposal) {
        var view = propose.run(proposal);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "/api/contribution/v1/standards/" + view.standardId())
                .build();
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.POLICY)
    @Operation(operationId = "approveStandard", summary = "审批并公布年度筹资标准", description = "审批人不能是拟定人。公布后重新核定该年度的应缴和待遇享受期。")
    public StandardView approve(UUID id) {
        return decide.publish(id);
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.POLICY)
    @Operation(operationId = "rejectStandard", summary = "退回拟定的年度筹资标准")
    public StandardView reject(UUID id) {
        return decide.reject(id);
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listStandards", summary = "查看某统筹区某年度的筹资标准（全部版本）")
    public List<StandardView> list(@RestQuery @NotNull String area, @RestQuery @NotNull Integer benefitYear) {
        return read.list(area, benefitYear);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("**")
    @Operation(operationId = "readStandard", summary = "查看一个版本的筹资标准")
    public StandardView one(UUID id) {
        return read.one(id);
    }
}
