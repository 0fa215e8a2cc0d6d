package jumin.claims.twin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.provider.ProviderCode;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.jboss.resteasy.reactive.RestHeader;

/** The same front door as {@code POST /settlements}: token, reading, validation; what is behind it is kept by JPA. */
@Path("twin-settlements")
@RunOnVirtualThread
public class TwinResource {

    private final TwinSettle settle;
    private final Once once;
    private final CurrentCaller caller;

    TwinResource(TwinSettle settle, Once once, CurrentCaller caller) {
        this.settle = settle;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    public Response settle(@RestHeader(Once.HEADER) String key, @NotNull @Valid BillSubmission bill) {
        var provider = ProviderCode.of(caller.get());
        return caller.callAsService(() -> QuarkusTransaction.requiringNew()
                .call(() -> settle.run(bill, provider, once.message("settlement", key, bill))));
    }
}
