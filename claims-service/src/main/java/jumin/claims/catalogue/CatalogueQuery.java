package jumin.claims.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** Lists the catalogue as it stands on a day. */
@ApplicationScoped
public class CatalogueQuery {

    private final Sql database;
    private final JsonColumn json;

    CatalogueQuery(Sql database, JsonColumn json) {
        this.json = json;
        this.database = database;
    }

    public List<CatalogueItemSubmission> on(String area, LocalDate day, String after, int limit) {
        var sql = """
                select code, name, item_class, kind, traditional, valid_from, valid_to,
                       standard_primary_fen, standard_secondary_fen, standard_tertiary_fen, restriction::text, prepayment_millionths,
                       uses
                from catalogue_item where area = ? and code > ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                order by code limit ?
                """;
        return database.list(sql, this::item, area, after, day, day, limit);
    }

    private CatalogueItemSubmission item(ResultSet row) throws SQLException {
        return new CatalogueItemSubmission(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                new CatalogueItemSubmission.PaymentStandards(fen(row, 8), fen(row, 9), fen(row, 10)),
                Optional.ofNullable(row.getString(11))
                        .map(text -> json.read(text, Restriction.class))
                        .orElse(null),
                Optional.ofNullable(row.getObject(12, Integer.class))
                        .map(Rate::new)
                        .orElse(null),
                CatalogueLookup.uses(row.getString(13)));
    }

    private static Money fen(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(Money::ofFen)
                .orElse(null);
    }
}
