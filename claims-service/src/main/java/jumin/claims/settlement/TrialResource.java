package jumin.claims.settlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 待遇试算 */
@Path("trials")
@RunOnVirtualThread
@Tag(name = "settlement")
public class TrialResource {

    private final SettleBill settle;
    private final FindPerson persons;
    private final CurrentCaller caller;

    TrialResource(SettleBill settle, FindPerson persons, CurrentCaller caller) {
        this.settle = settle;
        this.persons = persons;
        this.caller = caller;
    }

    /** A bill that may or may not come to pass. */
    @Schema(description = "待遇试算：假设在某机构发生的账单")
    public record TrialSubmission(
            @NotNull @Schema(description = "机构编号", examples = "H36090200001")
            ProviderCode provider,

            @NotNull @Valid BillSubmission bill) {}

    @POST
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.POLICY, Roles.AUDITOR})
    @Operation(operationId = "tryBill", summary = "待遇试算", description = "与结算同一核算；不保存任何内容，只留查询痕迹。限本辖区的参保人。医院用预结算。")
    public SettlementView tryBill(@NotNull @Valid TrialSubmission trial) {
        // The right to the person first; what the trial rests on lies wherever the person was treated or has lived.
        var person = persons.run(trial.bill().person(), "");
        return caller.callAsService(() -> settle.preSettle(trial.bill().of(person.id()), trial.provider()));
    }
}
