package jumin.enrollment.recognition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import jumin.enrollment.page.Page;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 身份认定台账 of a division */
@Path("recognitions")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "categories", description = "人员类别与部门名单")
public class RecognitionLedgerResource {

    private final RecognitionLedger ledger;

    RecognitionLedgerResource(RecognitionLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(
            operationId = "listRecognitionLedger",
            summary = "身份认定台账",
            description = "辖区内有效的身份认定；可按区划、类别、认定机关、某月开始（begins）或终止（ends）的缩小范围；姓名和证件号码脱敏。")
    public Page<RecognitionLedger.Line> list(
            @RestQuery @Nullable @Pattern(regexp = "\\d{6,12}") String divisionCode,
            @RestQuery @Nullable @Pattern(regexp = "[a-z_]{3,60}", message = "人员类别代码") String category,
            @RestQuery @Nullable @Size(max = 40) String organ,
            @RestQuery @Nullable @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "月份如 2023-12") String begins,
            @RestQuery @Nullable @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "月份如 2023-12") String ends,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        var filter = new RecognitionLedger.Filter(
                Optional.ofNullable(divisionCode),
                Optional.ofNullable(category),
                Optional.ofNullable(organ),
                Optional.ofNullable(begins),
                Optional.ofNullable(ends));
        return ledger.run(filter, page, size);
    }
}
