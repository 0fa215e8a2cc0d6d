package jumin.claims.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 医院目录对照 */
@Path("providers/{provider}/item-codes")
@RunOnVirtualThread
@Tag(name = "catalogue")
public class ItemCodeResource {

    private final ItemCodes codes;

    ItemCodeResource(ItemCodes codes) {
        this.codes = codes;
    }

    @PUT
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "putItemCodes", summary = "维护医院院内码与医保编码的对照", description = "没有对照的明细行按目录外处理，写明原因，不影响整张账单。")
    public CatalogueResource.Written map(
            @Pattern(regexp = ProviderCode.FORM) String provider,
            @NotNull @Size(min = 1, max = 10000) List<ItemCodes.@Valid @NotNull Pair> pairs) {
        return new CatalogueResource.Written(codes.map(new ProviderCode(provider), pairs));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listItemCodes", summary = "医院院内码与医保编码的对照", description = "医院只看本机构的；按院内码翻页。")
    public List<ItemCodes.Pair> list(
            @Pattern(regexp = ProviderCode.FORM) String provider,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return codes.page(new ProviderCode(provider), after, limit);
    }
}
