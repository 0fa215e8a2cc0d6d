package jumin.claims.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 医保医师 */
@Path("providers/{code}/doctors")
@RunOnVirtualThread
@Tag(name = "providers")
public class DoctorResource {

    private final Doctors doctors;

    DoctorResource(Doctors doctors) {
        this.doctors = doctors;
    }

    /** How many periods were written. */
    @Schema(description = "写入的行数")
    public record DoctorsWritten(int written) {}

    @PUT
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "putDoctors",
            summary = "维护机构的医保医师",
            description = "同一医师同一起始日再次提交即为变更。结算时按每行费用当日的状态核对，没有资格的列为待核实，不自动拒付。")
    public DoctorsWritten put(
            @Pattern(regexp = ProviderCode.FORM) String code,
            @NotNull @Size(min = 1, max = 5000) List<Doctors.@NotNull @Valid Standing> list) {
        return new DoctorsWritten(doctors.put(new ProviderCode(code), list));
    }

    @GET
    @RolesAllowed({Roles.SYSTEM_ADMIN, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.HOSPITAL, Roles.AUDITOR})
    @Operation(operationId = "listDoctors", summary = "机构的医保医师及其资格的起止日", description = "医院只看本机构的；按医师编号翻页。")
    public List<Doctors.Standing> list(
            @Pattern(regexp = ProviderCode.FORM) String code,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return doctors.page(new ProviderCode(code), after, limit);
    }
}
