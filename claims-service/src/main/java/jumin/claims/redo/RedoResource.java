package jumin.claims.redo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 重算单 */
@Path("redos/{id}")
@RunOnVirtualThread
@Tag(name = "redo", description = "重算")
public class RedoResource {

    private final QueryRedo query;

    RedoResource(QueryRedo query) {
        this.query = query;
    }

    @GET
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readRedo", summary = "重算单：每笔决定的差额与去向", description = "医院只看到本机构的结算。")
    public RedoView read(UUID id) {
        return query.view(id);
    }
}
