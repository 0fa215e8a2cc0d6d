package jumin.enrollment.subsidy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 资助参保 */
@Path("enrollments/{id}/subsidy")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "subsidies", description = "资助参保")
public class SubsidyResource {

    private final ReadSubsidy read;
    private final ReplaySubsidy replay;

    SubsidyResource(ReadSubsidy read, ReplaySubsidy replay) {
        this.read = read;
        this.replay = replay;
    }

    @GET
    @Operation(
            operationId = "readSubsidy",
            summary = "查看资助参保决定",
            description = "就高决定资助档次和金额，逐行说明依据；年度标准未公布时为暂缓（HELD），并说明怎样才能决定。")
    public SubsidyView read(EnrollmentId id) {
        return read.run(id);
    }

    @GET
    @Path("replay")
    @Operation(operationId = "replaySubsidy", summary = "复算资助参保决定", description = "用保存的事实和当时的规则版本重新决定，须与保存的逐字节相同。")
    public ReplayView replay(EnrollmentId id) {
        return replay.run(id);
    }
}
