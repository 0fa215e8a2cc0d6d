package jumin.platform.time;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 业务时钟: read by all staff, moved by the administrator in demo and test only. */
@Path("clock")
@RunOnVirtualThread
@Tag(name = "clock", description = "业务时钟")
public class ClockResource {

    private final ServiceClock serviceClock;
    private final Clock clock;

    ClockResource(ServiceClock serviceClock, Clock clock) {
        this.serviceClock = serviceClock;
        this.clock = clock;
    }

    /** @param now local time in Asia/Shanghai */
    public record ClockView(@NotNull LocalDateTime now) {}

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "readClock", summary = "读取业务时钟")
    public ClockView now() {
        return new ClockView(LocalDateTime.ofInstant(clock.instant(), ServiceClock.ZONE));
    }

    @PUT
    @RolesAllowed(Roles.SYSTEM_ADMIN)
    @Operation(operationId = "moveClock", summary = "调整业务时钟（仅限演示和测试环境）")
    public ClockView move(@NotNull @Valid ClockView wanted) {
        if (!serviceClock.movable()) {
            throw new ProblemException(PlatformProblem.CLOCK_NOT_MOVABLE, "生产环境的业务时钟不能调整。");
        }
        serviceClock.moveTo(wanted.now().atZone(ServiceClock.ZONE).toInstant());
        return now();
    }
}
