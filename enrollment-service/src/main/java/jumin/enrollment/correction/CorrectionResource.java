package jumin.enrollment.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonView;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 更正 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "corrections", description = "更正、变更与历史")
public class CorrectionResource {

    private static final String IF_MATCH = "If-Match";

    private final CorrectPerson persons;

    CorrectionResource(CorrectPerson persons) {
        this.persons = persons;
    }

    @PATCH
    @Path("persons/{id}")
    @Operation(
            operationId = "correctPerson",
            summary = "更正或变更参保人信息",
            description = "须带查看时的 ETag（If-Match）；他人已改的，412 并逐项说明不同。改证件号码即登记新证件；出生日期改后重新核定资助。")
    public RestResponse<PersonView> person(
            PersonId id, @RestHeader(IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PersonCorrection correction) {
        var person = persons.run(id, Optional.ofNullable(ifMatch), correction);
        return RestResponse.ResponseBuilder.ok(person)
                .tag(Long.toString(person.version()))
                .build();
    }
}
