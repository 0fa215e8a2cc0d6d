package jumin.contribution.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Looks in suspense for what these persons have paid already; sums only, since some of it lies outside of what the caller sees. */
@ApplicationScoped
public class FindWaitingMoney {

    private final Sql database;

    FindWaitingMoney(Sql database) {
        this.database = database;
    }

    private record Found(UUID personId, WaitingMoney money) {}

    /** Nobody without such money. */
    public Map<UUID, List<WaitingMoney>> of(Collection<UUID> persons, int benefitYear) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return database
                .list(
                        "select person_id, kind, payments, fen from jumin_waiting_money(?::uuid[], ?)",
                        row -> new Found(
                                row.getObject(1, UUID.class),
                                WaitingMoney.of(
                                        WaitingMoney.Kind.valueOf(row.getString(2)),
                                        row.getLong(3),
                                        Money.ofFen(row.getLong(4)))),
                        persons,
                        benefitYear)
                .stream()
                .collect(Collectors.groupingBy(
                        Found::personId, Collectors.mapping(Found::money, Collectors.toUnmodifiableList())));
    }
}
