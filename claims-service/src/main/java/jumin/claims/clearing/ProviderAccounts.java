package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;

/** Accounts of providers, every entry kept; row-level security decides which. */
@ApplicationScoped
class ProviderAccounts {

    private static final String COLUMNS = """
            select id, provider, area, payee_name, payee_bank, account_last4, entered_by, entered_on, confirmed_by, confirmed_on,
                   division_path
            from provider_account a
            """;

    private final Sql database;
    private final PersonalData personal;

    ProviderAccounts(Sql database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /** An account with where it belongs. */
    record Found(ProviderAccountView view, String divisionPath) {}

    void insert(UUID id, ProviderAccountEntry entry, String divisionPath, ProviderPayments.Hand hand) {
        var payee = entry.payee();
        database.update(
                """
                insert into provider_account (id, provider, area, division_path, payee_name, payee_bank, account_sealed, account_last4,
                    entered_by, entered_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                entry.provider().value(),
                entry.area(),
                divisionPath,
                payee.name(),
                payee.bank(),
                personal.seal(payee.account()),
                payee.lastFour(),
                hand.by(),
                hand.on());
    }

    /** Who enters and who confirms an account of one provider wait for each other. */
    void lock(String provider) {
        database.first("select 1 from provider where code = ? for no key update", row -> 1, provider);
    }

    /** False when it is confirmed already, or is not the newest entry any more. */
    boolean confirm(UUID id, ProviderPayments.Hand hand) {
        return database.update("""
                        update provider_account a set confirmed_by = ?, confirmed_on = ? where id = ? and confirmed_by is null
                          and not exists (select 1 from provider_account later where later.provider = a.provider
                                            and later.area = a.area and later.entry > a.entry)
                        """, hand.by(), hand.on(), id) == 1;
    }

    Optional<Found> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", row -> new Found(view(row), row.getString(11)), id);
    }

    /** In clear, for whoever types it at the bank. */
    Optional<ProviderAccountNumber> number(UUID id) {
        return database.first(
                "select payee_name, payee_bank, account_sealed from provider_account where id = ?",
                row -> new ProviderAccountNumber(row.getString(1), row.getString(2), personal.open(row.getString(3))),
                id);
    }

    /** The newest first. */
    List<ProviderAccountView> of(String provider, int limit) {
        return database.list(
                COLUMNS + "where provider = ? order by entry desc limit ?", ProviderAccounts::view, provider, limit);
    }

    private static ProviderAccountView view(ResultSet row) throws SQLException {
        return new ProviderAccountView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getObject(10, LocalDate.class));
    }
}
