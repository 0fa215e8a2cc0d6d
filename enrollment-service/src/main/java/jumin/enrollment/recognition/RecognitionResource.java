package jumin.enrollment.recognition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.enrollment.person.PersonId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 身份认定台账 */
@Path("persons/{id}/recognitions")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "categories", description = "人员类别与部门名单")
public class RecognitionResource {

    private final ReadRecognitions read;

    RecognitionResource(ReadRecognitions read) {
        this.read = read;
    }

    @GET
    @Operation(
            operationId = "listRecognitions",
            summary = "查看参保人的身份认定",
            description = "哪个部门认定、自何日至何日；history=true 时连同被取代和撤回的。")
    public RecognitionView.Found list(PersonId id, @RestQuery @DefaultValue("false") boolean history) {
        return new RecognitionView.Found(read.run(id, history));
    }
}
