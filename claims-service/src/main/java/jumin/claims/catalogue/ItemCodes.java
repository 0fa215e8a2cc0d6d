package jumin.claims.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import jumin.claims.provider.ProviderCode;
import jumin.claims.provider.ProviderPlaces;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 医院目录对照: the hospital's own codes and the catalogue's. */
@ApplicationScoped
public class ItemCodes {

    private static final String UPSERT = """
            insert into provider_item_code (provider, own_code, code) select ?, * from unnest(?::text[], ?::text[])
            on conflict (provider, own_code) do update set code = excluded.code
            """;

    private final Sql database;
    private final ProviderPlaces places;
    private final CurrentCaller caller;
    private final Audit audit;

    ItemCodes(Sql database, ProviderPlaces places, CurrentCaller caller, Audit audit) {
        this.database = database;
        this.places = places;
        this.caller = caller;
        this.audit = audit;
    }

    /** One pair of codes. */
    @Schema(description = "院内码与国家医保编码的对照")
    public record Pair(
            @NotBlank @Size(max = 50) @Schema(description = "院内码（medins_list_codg）", examples = "YP0001")
            String ownCode,

            @NotBlank @Size(max = 50) @Schema(description = "国家医保编码（med_list_codg）")
            String code) {}

    /** By the hospital's own code. */
    @Transactional
    public List<Pair> page(ProviderCode provider, String after, int limit) {
        refuseOthers(provider);
        return database.list(
                "select own_code, code from provider_item_code where provider = ? and own_code > ? order by own_code limit ?",
                row -> new Pair(row.getString(1), row.getString(2)),
                provider.value(),
                after,
                limit);
    }

    private void refuseOthers(ProviderCode provider) {
        if (!caller.get().scope().provider().contains(provider.value())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能维护、查看本机构的目录对照。");
        }
    }

    @Transactional
    public int map(ProviderCode provider, List<Pair> pairs) {
        refuseOthers(provider);
        var distinct = pairs.stream().map(Pair::ownCode).distinct().count();
        if (distinct < pairs.size()) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/ownCode", "同一院内码出现两次", "每个院内码只能对应一个医保编码");
        }
        audit.changed("item-codes", provider, places.of(provider.value()), "对照 " + pairs.size() + " 项");
        return database.update(
                UPSERT,
                provider.value(),
                pairs.stream().map(Pair::ownCode).toList(),
                pairs.stream().map(Pair::code).toList());
    }
}
