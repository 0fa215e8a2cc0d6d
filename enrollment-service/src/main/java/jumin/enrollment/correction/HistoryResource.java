package jumin.enrollment.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.history.RecordVersion;
import jumin.enrollment.person.PersonId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 变更历史 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
@Tag(name = "corrections", description = "更正、变更与历史")
public class HistoryResource {

    static final String EXPLAINED = "不给日期时列出全部，按记录的先后；给 on 时为该日的情形，再给 knownAt 时为当时所知的情形。从未变更的没有历史。";

    private final ReadHistory read;

    HistoryResource(ReadHistory read) {
        this.read = read;
    }

    /** The versions of one record. */
    public record HistoryFound(List<RecordVersion> items) {}

    @GET
    @Path("persons/{id}/history")
    @Operation(operationId = "readPersonHistory", summary = "参保人的变更历史", description = EXPLAINED)
    public HistoryFound person(
            PersonId id, @RestQuery @Nullable LocalDate on, @RestQuery @Nullable OffsetDateTime knownAt) {
        return new HistoryFound(read.person(id, Optional.ofNullable(on), Optional.ofNullable(knownAt)));
    }
}
