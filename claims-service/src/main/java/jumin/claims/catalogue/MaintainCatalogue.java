package jumin.claims.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.Sql.ArrayOf;
import jumin.regulation.Money;

/** Enters versions of catalogue items; a newer version ends the one before it. */
@ApplicationScoped
public class MaintainCatalogue {

    private static final String UPSERT = """
            insert into catalogue_item (area, code, name, item_class, kind, traditional, valid_from, valid_to,
                                        standard_primary_fen, standard_secondary_fen, standard_tertiary_fen, restriction,
                                        prepayment_millionths, uses)
            select ?, given.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::date[], ?::date[],
                                          ?::bigint[], ?::bigint[], ?::bigint[], ?::jsonb[], ?::int[], ?::text[]) given
            on conflict (area, code, valid_from) do update set name = excluded.name, item_class = excluded.item_class,
                kind = excluded.kind, traditional = excluded.traditional, valid_to = excluded.valid_to,
                standard_primary_fen = excluded.standard_primary_fen,
                standard_secondary_fen = excluded.standard_secondary_fen,
                standard_tertiary_fen = excluded.standard_tertiary_fen, restriction = excluded.restriction,
                prepayment_millionths = excluded.prepayment_millionths, uses = excluded.uses
            """;

    private static final String END_BEFORE_THE_NEXT = """
            update catalogue_item c set valid_to = v.next_from - 1
            from (select area, code, valid_from,
                         lead(valid_from) over (partition by area, code order by valid_from) as next_from
                  from catalogue_item where area = ? and code = any (?::text[])) v
            where c.area = v.area and c.code = v.code and c.valid_from = v.valid_from
              and v.next_from is not null and (c.valid_to is null or c.valid_to >= v.next_from)
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final JsonColumn json;

    MaintainCatalogue(Sql database, CurrentCaller caller, Audit audit, JsonColumn json) {
        this.json = json;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
    }

    /** @return how many versions were entered or replaced */
    @Transactional
    public int run(CatalogueSubmission wanted) {
        refuseOutside(wanted.area());
        var items = wanted.items();
        refuseFaulty(items);
        refuseRepeated(items);
        var entered = database.update(
                UPSERT,
                wanted.area(),
                texts(items, CatalogueItemSubmission::code),
                texts(items, CatalogueItemSubmission::name),
                texts(items, CatalogueItemSubmission::itemClass),
                texts(items, CatalogueItemSubmission::kind),
                new ArrayOf("boolean", column(items, CatalogueItemSubmission::traditional)),
                new ArrayOf("date", column(items, CatalogueItemSubmission::validFrom)),
                new ArrayOf("date", column(items, CatalogueItemSubmission::validTo)),
                fen(items, item -> item.standards().primary()),
                fen(items, item -> item.standards().secondary()),
                fen(items, item -> item.standards().tertiary()),
                new ArrayOf("jsonb", column(items, this::restriction)),
                new ArrayOf("int", column(items, MaintainCatalogue::prepayment)),
                texts(items, MaintainCatalogue::uses));
        database.update(END_BEFORE_THE_NEXT, wanted.area(), texts(items, CatalogueItemSubmission::code));
        audit.changed("catalogue", wanted.area(), wanted.area() + "/", "维护目录 " + entered + " 项");
        return entered;
    }

    /** One catalogue for a whole city. */
    public void refuseOutside(String area) {
        if (!caller.get().scope().division().contains(area + "/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "目录由统筹区（市级）维护，该统筹区不在您的辖区。");
        }
    }

    private String restriction(CatalogueItemSubmission item) {
        return item.restriction() == null ? null : json.write(item.restriction());
    }

    private static Integer prepayment(CatalogueItemSubmission item) {
        return item.prepayment() == null
                ? null
                : Math.toIntExact(item.prepayment().millionths());
    }

    private static String uses(CatalogueItemSubmission item) {
        return item.uses() == null ? "" : String.join(" ", new TreeSet<>(item.uses()));
    }

    private static void refuseFaulty(List<CatalogueItemSubmission> items) {
        for (var i = 0; i < items.size(); i++) {
            var pointer = "/items/" + i;
            items.get(i).fault().ifPresent(fault -> {
                throw ProblemException.field(
                        ClaimsProblem.CATALOGUE_VALUE_UNKNOWN, pointer + fault.pointer(), fault.text(), "请更正后重新提交");
            });
        }
    }

    private static void refuseRepeated(List<CatalogueItemSubmission> items) {
        var seen = new HashSet<String>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (!seen.add(item.code() + item.validFrom())) {
                throw ProblemException.field(
                        ClaimsProblem.CATALOGUE_ITEM_REPEATED,
                        "/items/" + i + "/code",
                        "编码 " + item.code() + " 同一生效日出现两次",
                        "同一项目同一生效日只能有一行");
            }
        }
    }

    private static ArrayOf texts(List<CatalogueItemSubmission> items, Function<CatalogueItemSubmission, String> value) {
        return new ArrayOf("text", column(items, value));
    }

    private static ArrayOf fen(List<CatalogueItemSubmission> items, Function<CatalogueItemSubmission, Money> value) {
        return new ArrayOf(
                "bigint",
                column(
                        items,
                        item -> Optional.ofNullable(value.apply(item))
                                .map(Money::fen)
                                .orElse(null)));
    }

    private static List<?> column(List<CatalogueItemSubmission> items, Function<CatalogueItemSubmission, ?> value) {
        return items.stream().map(value).toList();
    }
}
