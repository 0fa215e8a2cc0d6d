package jumin.claims.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 医保目录 */
@Path("catalogue/items")
@RunOnVirtualThread
@Tag(name = "catalogue", description = "医保目录")
public class CatalogueResource {

    private final MaintainCatalogue catalogue;
    private final CatalogueQuery query;
    private final Clock clock;

    CatalogueResource(MaintainCatalogue catalogue, CatalogueQuery query, Clock clock) {
        this.catalogue = catalogue;
        this.query = query;
        this.clock = clock;
    }

    /** How many rows were written. */
    @Schema(description = "写入的行数")
    public record Written(int written) {}

    /** @param next pass as {@code after} for the next page; empty at the end */
    @Schema(description = "目录的一页；next 为空即到末页")
    public record CataloguePage(List<CatalogueItemSubmission> items, String next) {}

    @PUT
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_REVIEWER, Roles.SYSTEM_ADMIN})
    @Operation(
            operationId = "putCatalogueItems",
            summary = "批量维护医保目录项目",
            description = "编码和生效日相同即替换；新的生效日自动结束前一版本。重复提交结果相同。")
    public Written put(@NotNull @Valid CatalogueSubmission items) {
        return new Written(catalogue.run(items));
    }

    @GET
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listCatalogueItems", summary = "某统筹区某日有效的医保目录", description = "on 省略即业务当日；按编码翻页。")
    public CataloguePage list(
            @RestQuery @NotNull @Pattern(regexp = "\\d{6}") String area,
            @RestQuery LocalDate on,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var day = Optional.ofNullable(on).orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        var items = query.on(area, day, after, limit);
        return new CataloguePage(
                items, items.size() < limit ? "" : items.getLast().code());
    }
}
