package jumin.enrollment.division;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 行政区划 */
@Path("divisions")
@RunOnVirtualThread
@Tag(name = "divisions", description = "行政区划")
public class DivisionResource {

    private final LoadDivisions load;
    private final Divisions divisions;

    DivisionResource(LoadDivisions load, Divisions divisions) {
        this.load = load;
        this.divisions = divisions;
    }

    /** A list, upper levels before lower ones. */
    public record DivisionList(
            @NotNull @Size(min = 1, max = 5000) List<@NotNull @Valid DivisionSubmission> divisions) {}

    /** Divisions as an object, so that the answer can grow. */
    public record DivisionsFound(List<Division> items) {}

    @POST
    @RolesAllowed(Roles.SYSTEM_ADMIN)
    @Operation(
            operationId = "loadDivisions",
            summary = "批量导入行政区划",
            description = "上级在前、下级在后；重复导入不改变结果；名称不同则改名；一处不符则全部不保存。")
    public DivisionsLoaded load(@NotNull @Valid DivisionList list) {
        return load.run(list.divisions());
    }

    @GET
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listDivisions", summary = "列出下级行政区划", description = "不给 parent 时列出各统筹区（市）。")
    public DivisionsFound list(@RestQuery @Nullable @Pattern(regexp = "\\d{6,12}") String parent) {
        return new DivisionsFound(parent == null ? divisions.cities() : divisions.childrenOf(parent));
    }
}
