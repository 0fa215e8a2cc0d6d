package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.provider.ProviderPlaces;
import jumin.claims.settlement.QuerySettlement;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 日对账: totals first, then details; row-level security shows a hospital its own. */
@ApplicationScoped
public class ProviderDays {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private static final String OWN = " from provider_bill where provider = ?";

    private final Sql database;
    private final ProviderPlaces places;
    private final QuerySettlement settlements;
    private final Audit audit;

    ProviderDays(Sql database, ProviderPlaces places, QuerySettlement settlements, Audit audit) {
        this.database = database;
        this.places = places;
        this.settlements = settlements;
        this.audit = audit;
    }

    @Transactional
    public List<DailyTotal> totals(String provider, LocalDate from, LocalDate to) {
        return database.list(
                "select settled_on, area, count(*), sum(total_fen),"
                        + " sum(pool_fen + critical_illness_fen + medical_assistance_fen), sum(person_fen)" + OWN
                        + " and settled_on between ? and ? group by settled_on, area order by settled_on, area",
                row -> new DailyTotal(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getInt(3),
                        Money.ofFen(row.getLong(4)),
                        Money.ofFen(row.getLong(5)),
                        Money.ofFen(row.getLong(6))),
                provider,
                from,
                to);
    }

    @Transactional
    public List<DailyDetail> details(String provider, LocalDate on, UUID after, int limit) {
        audit.read("daily-details", provider, places.of(provider));
        return database.list(
                "select id, number, kind, message_id, area, total_fen,"
                        + " pool_fen + critical_illness_fen + medical_assistance_fen, person_fen" + OWN
                        + " and settled_on = ? and id > ? order by id limit ?",
                row -> new DailyDetail(
                        new SettlementId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        SettlementRow.Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        Money.ofFen(row.getLong(6)),
                        Money.ofFen(row.getLong(7)),
                        Money.ofFen(row.getLong(8))),
                provider,
                on,
                Optional.ofNullable(after).orElse(FROM_THE_BEGINNING),
                limit);
    }

    /** What a provider sent and was not paid, as first decided; a redo by the agency shows in what replaced it. */
    @Transactional
    public List<DailyRefusal> refusals(String provider, LocalDate from, LocalDate to, Page page) {
        var ids = database.list(
                "select id from settlement where provider = ? and kind = 'SETTLEMENT' and outcome <> 'PAID'"
                        + " and redo is null and settled_on between ? and ? and id > ? order by id limit ?",
                row -> new SettlementId(row.getObject(1, UUID.class)),
                provider,
                from,
                to,
                page.after().orElse(FROM_THE_BEGINNING),
                page.limit());
        return settlements.views(ids).stream().map(DailyRefusal::of).toList();
    }

    /** Which part of a list. */
    public record Page(Optional<UUID> after, int limit) {}
}
