package jumin.claims.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.claims.provider.CareProvider;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.fact.ItemClass;

/** Finds all versions of a bill's codes in one statement. */
@ApplicationScoped
public class CatalogueLookup {

    private static final String VERSIONS = """
            select asked.code, c.code, c.name, c.item_class, c.kind, c.traditional, c.valid_from,
                   c.valid_to is null, c.valid_to,
                   case ? when 'tertiary' then c.standard_tertiary_fen
                          when 'secondary' then c.standard_secondary_fen else c.standard_primary_fen end
            from unnest(?::text[]) as asked (code)
            left join provider_item_code m on m.provider = ? and m.own_code = asked.code
            join catalogue_item c on c.area = ? and c.code = coalesce(m.code, asked.code)
            """;

    private final Sql database;

    CatalogueLookup(Sql database) {
        this.database = database;
    }

    /** The versions by the code that the bill's lines carry, in the catalogue of the area whose fund pays. */
    public Map<String, List<CatalogueVersion>> versions(CareProvider provider, String area, Collection<String> codes) {
        return database
                .list(VERSIONS, CatalogueLookup::version, standardLevel(provider.level()), codes, provider.code(), area)
                .stream()
                .collect(Collectors.groupingBy(CatalogueVersion::askedCode));
    }

    /** County hospitals are second-level ones; everything smaller is 一级及以下. */
    private static String standardLevel(String level) {
        return switch (level) {
            case "tertiary" -> "tertiary";
            case "secondary", "county_general", "county_tcm" -> "secondary";
            default -> "primary";
        };
    }

    private static CatalogueVersion version(ResultSet row) throws SQLException {
        var standard = row.getObject(10, Long.class);
        return new CatalogueVersion(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                ItemClass.valueOf(row.getString(4)),
                row.getString(5),
                row.getBoolean(6),
                row.getObject(7, LocalDate.class),
                row.getBoolean(8) ? LocalDate.MAX : row.getObject(9, LocalDate.class),
                Optional.ofNullable(standard).map(Money::ofFen));
    }
}
