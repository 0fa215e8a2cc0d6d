package jumin.platform.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 停放的变更, for the operator. */
@Path("parked-changes")
@RunOnVirtualThread
@RolesAllowed(Roles.SYSTEM_ADMIN)
@Tag(name = "feed", description = "变更流")
public class ParkedChangesResource {

    private final ParkedChanges parked;

    ParkedChangesResource(ParkedChanges parked) {
        this.parked = parked;
    }

    /** Whose changes to release. */
    public record Release(
            @NotBlank @Size(max = 40) @Schema(description = "来源", examples = "enrollment")
            String source,

            @NotBlank @Size(max = 200) @Schema(description = "主体，如列表所示")
            String subject) {}

    /** @param applied how many changes were applied; 0 when nothing waited */
    public record Released(int applied) {}

    @GET
    @Operation(
            operationId = "listParkedChanges",
            summary = "查看停放的变更",
            description = "不能应用的变更按主体停放，其后的变更排在后面，不影响其他主体；最多一千个主体，先停放的在前。")
    public List<ParkedChanges.ParkedSubject> list() {
        return parked.list();
    }

    @POST
    @Path("release")
    @Operation(
            operationId = "releaseParkedChanges",
            summary = "释放一个主体停放的变更",
            description = "修正原因后办理：按原来的次序全部应用，有一条仍不能应用则全部不动。重复办理没有第二次效果。")
    public Released release(@NotNull @Valid Release wanted) {
        return new Released(parked.release(wanted.source(), wanted.subject()));
    }
}
