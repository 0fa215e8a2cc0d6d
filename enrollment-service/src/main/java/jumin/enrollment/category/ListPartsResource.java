package jumin.enrollment.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import java.util.Optional;
import jumin.enrollment.page.Page;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 分区划报送的名单齐不齐 */
@Path("category-list-parts")
@RunOnVirtualThread
@RolesAllowed({Roles.DEPARTMENT, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
@Tag(name = "categories", description = "人员类别与部门名单")
public class ListPartsResource {

    private final FindListParts find;

    ListPartsResource(FindListParts find) {
        this.find = find;
    }

    @GET
    @Operation(
            operationId = "listMissingListParts",
            summary = "分区划名单未到齐的区划",
            description = "分区划报送全量名单的机关和类别，该月还有哪些区划没有报、或待第二人确认，已等多少天；一年内没有分区划报送过的、该月及以后报了全统筹区的不列。")
    public Page<ListPartView> list(
            @RestQuery @NotNull @Pattern(regexp = "20\\d{2}-(0[1-9]|1[0-2])", message = "名单月份如 2023-12")
                    String listMonth,
            @RestQuery @Nullable @Size(max = 40) String organ,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return find.run(YearMonth.parse(listMonth), Optional.ofNullable(organ), page, size);
    }
}
