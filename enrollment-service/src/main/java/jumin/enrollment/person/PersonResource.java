package jumin.enrollment.person;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 参保人 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.SCHOOL,
    Roles.AUDITOR
})
@Tag(name = "persons", description = "参保人")
public class PersonResource {

    private final FindPersons find;

    PersonResource(FindPersons find) {
        this.find = find;
    }

    @GET
    @Path("persons/{id}")
    @Operation(operationId = "readPerson", summary = "查看参保人", description = "证件号码和手机号脱敏；查看记入审计。版本号在 ETag。")
    public RestResponse<PersonView> read(PersonId id) {
        var person = find.one(id);
        return RestResponse.ResponseBuilder.ok(person)
                .tag(Long.toString(person.version()))
                .build();
    }

    @POST
    @Path("person-searches")
    @Operation(
            operationId = "searchPersons",
            summary = "查询参保人",
            description = "条件放在请求体，证件号码不出现在地址和日志中；只查本辖区；按证件号码查不到而辖区外已登记时，只告知区划和脱敏姓名。")
    public FindPersons.PersonsFound search(@NotNull @Valid PersonSearch search) {
        return find.search(search);
    }
}
