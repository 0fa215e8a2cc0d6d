package jumin.enrollment.school;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 学校 */
@Path("schools")
@RunOnVirtualThread
@Tag(name = "students", description = "在校学生")
public class SchoolResource {

    private final LoadSchools load;

    SchoolResource(LoadSchools load) {
        this.load = load;
    }

    /** Schools to register. */
    @Schema(name = "SchoolList", description = "要登记的学校")
    public record SchoolList(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid SchoolSubmission> schools) {}

    /** The registered schools. */
    @Schema(name = "SchoolsFound", description = "登记的学校")
    public record SchoolsFound(List<School> items) {}

    @POST
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "loadSchools",
            summary = "登记学校",
            description = "由县或市登记辖区内的学校；重复登记不改变结果，内容不同的更正；一处不符则全部不保存。大学生须由登记为高等学校的学校报送或确认。")
    public LoadSchools.Loaded load(@NotNull @Valid SchoolList list) {
        return load.run(list.schools());
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listSchools", summary = "列出登记的学校", description = "可按县（市、区）缩小范围。")
    public SchoolsFound list(@RestQuery @Pattern(regexp = "\\d{6}") String countyCode) {
        return new SchoolsFound(load.list(countyCode == null ? "" : countyCode));
    }
}
