package jumin.contribution.reminder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** 走访 */
@Path("")
@RunOnVirtualThread
@Tag(name = "reminders", description = "催缴")
public class ReminderResource {

    private final RecordVisit record;
    private final ReadVisits visits;

    ReminderResource(RecordVisit record, ReadVisits visits) {
        this.record = record;
        this.visits = visits;
    }

    @POST
    @Path("visits")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK})
    @Operation(operationId = "recordVisit", summary = "记录一次走访", description = "记录只增不改；再次走访再记一条。")
    @APIResponse(
            responseCode = "201",
            description = "已记录",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response visit(
            @NotNull @Valid VisitSubmission submission,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "visit-1") String key) {
        return record.run(submission, key);
    }

    @GET
    @Path("persons/{id}/visits")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.AUDITOR
    })
    @Operation(operationId = "listVisits", summary = "某人某年度的走访记录，最近的在前")
    public List<VisitView> visits(UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return visits.run(id, benefitYear);
    }
}
