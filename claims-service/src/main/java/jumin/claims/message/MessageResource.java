package jumin.claims.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 报文的办理情况 */
@Path("messages")
@RunOnVirtualThread
@Tag(name = "message", description = "医院报文：受理、结果未知、查明")
public class MessageResource {

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
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
    @Transactional
    @Operation(
            operationId = "listMessages",
            summary = "没有答复的报文",
            description = "受理后没有答复的报文：结果未知的到时自动查明，已办理或未办理。只列本机构或本辖区的，先受理的在前。")
    public List<MessageView> list(
            @RestQuery @DefaultValue("UNKNOWN") MessageState state,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return messages.list(new Messages.Query(state, provider, limit));
    }

    @GET
    @Path("{messageId}")
    @RolesAllowed(Roles.HOSPITAL)
    @Transactional
    @Operation(operationId = "readMessage", summary = "一个报文的办理情况", description = "404 表示没有收到过，或所收到的没有保存任何内容。")
    public MessageView read(@Size(max = 128) String messageId) {
        return messages.find(messageId)
                .orElseThrow(() -> new ProblemException(
                        PlatformProblem.RESOURCE_NOT_FOUND, "没有报文 " + messageId + " 的记录：没有收到过，或没有保存任何内容，可用原编号重发。"));
    }
}
