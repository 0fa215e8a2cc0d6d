package jumin.claims.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.ItemClass;

/** Reads catalogue versions from a row of a wider statement. */
public final class CatalogueLookup {

    /** Of a version {@code c} that was found for an {@code asked} code. */
    public static final String COLUMNS = """
            asked.code as asked_code, c.code, c.name, c.item_class, c.kind, c.traditional, c.valid_from, c.valid_to,
            c.standard_primary_fen, c.standard_secondary_fen, c.standard_tertiary_fen, c.restriction::text, c.prepayment_millionths,
            c.uses
            """;

    private static final int STANDARDS = 8;
    private static final int RESTRICTION = 11;
    private static final int PREPAYMENT = 12;
    private static final int USES = 13;

    private CatalogueLookup() {}

    /**
     * @param at the column of the asked code; the others follow as in {@link #COLUMNS}
     * @param level of the provider: 医保支付标准 goes by it
     */
    public static CatalogueVersion version(ResultSet row, int at, String level) throws SQLException {
        var standard = row.getObject(at + STANDARDS + standardOf(level), Long.class);
        return new CatalogueVersion(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                ItemClass.valueOf(row.getString(at + 3)),
                row.getString(at + 4),
                row.getBoolean(at + 5),
                row.getObject(at + 6, LocalDate.class),
                Optional.ofNullable(row.getObject(at + 7, LocalDate.class)).orElse(LocalDate.MAX),
                Optional.ofNullable(standard).map(Money::ofFen),
                Optional.ofNullable(row.getString(at + RESTRICTION)),
                Optional.ofNullable(row.getObject(at + PREPAYMENT, Integer.class))
                        .map(Rate::new),
                uses(row.getString(at + USES)));
    }

    /** As they are stored: words with a space between. */
    static List<String> uses(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split(" "));
    }

    /** County hospitals are second-level ones; everything smaller is 一级及以下. */
    private static int standardOf(String level) {
        return switch (level) {
            case "tertiary" -> 2;
            case "secondary", "county_general", "county_tcm" -> 1;
            default -> 0;
        };
    }
}
