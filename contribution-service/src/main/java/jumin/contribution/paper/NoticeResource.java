package jumin.contribution.paper;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 缴费通知单：一村逐户，或一人 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "papers", description = "缴费证明与通知单")
public class NoticeResource {

    private static final int MOST_PARTS = 10_000;

    private final NotifyPlace place;
    private final NotifyHousehold household;
    private final CurrentCaller caller;

    NoticeResource(NotifyPlace place, NotifyHousehold household, CurrentCaller caller) {
        this.place = place;
        this.household = household;
        this.caller = caller;
    }

    @GET
    @Path("payment-notices")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPaymentNotices",
            summary = "一村的参保缴费通知单，逐户",
            description =
                    "只有尚欠缴费的户，按村、户编号；每份两百户，多的分份（part）。没有的在 message 说明。" + "Accept 为 pdf 时打印，一户一页。division 缺省为登录人辖区。")
    public PlaceNotices list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("1") @Min(1) @Max(MOST_PARTS) @Schema(description = "第几份") int part) {
        return place.run(DivisionRange.within(caller.get(), division), benefitYear, part);
    }

    @GET
    @Path("payment-notices")
    @Produces(ExportList.PDF_IF_ASKED)
    @Operation(hidden = true)
    public Response print(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("1") @Min(1) @Max(MOST_PARTS) int part) {
        var notices = list(benefitYear, division, part);
        return pdf(place.pdf(notices), "notices-" + benefitYear + "-" + part + "-of-" + notices.parts());
    }

    @GET
    @Path("persons/{id}/payment-notice")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPaymentNoticeOfPerson",
            summary = "一人的参保缴费通知单",
            description = "写明缴费人姓名，不列同户其他人，如大学生在校缴费。Accept 为 pdf 时打印。")
    public PaymentNotice one(UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return household.one(id, benefitYear);
    }

    @GET
    @Path("persons/{id}/payment-notice")
    @Produces(ExportList.PDF_IF_ASKED)
    @Operation(hidden = true)
    public Response printOne(UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return pdf(household.pdf(household.one(id, benefitYear)), "notice-" + benefitYear);
    }

    private static Response pdf(byte[] page, String name) {
        return Response.ok(page, ExportList.PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }
}
