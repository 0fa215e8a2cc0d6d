package jumin.claims.redo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 待重算清单一行的经过. Written in one statement with what happens to the item. */
@Singleton
class RedoItemSteps {

    private static final String COLUMNS =
            "settlement_id, division_path, provider, state, new_outcome, changed, pool_fen, critical_illness_fen,"
                    + " medical_assistance_fen, third_party_fen, person_fen, redo";

    private static final String NOTED = "with moved as (%s returning redo_item.*) insert into redo_item_step ("
            + COLUMNS + ", by_whom, reason, recorded_at) select " + COLUMNS + ", ?, ?, ?::timestamptz from moved";

    private final Sql database;
    private final Clock clock;

    RedoItemSteps(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Does something to items.
     *
     * @param by who does it, and why
     * @return to how many
     */
    int move(String sql, By by, Object... values) {
        var all = Stream.concat(Arrays.stream(values), Stream.of(by.who(), by.reason(), OffsetDateTime.now(clock)));
        return database.update(NOTED.formatted(sql), all.toArray());
    }

    /** Who does something, and why. */
    record By(String who, String reason) {

        static final By WATCH = new By("系统", "");
    }

    List<RedoItemStep> of(SettlementId settlement) {
        return database.list(
                "select state, new_outcome, changed, pool_fen, critical_illness_fen, medical_assistance_fen,"
                        + " third_party_fen, person_fen, redo, by_whom, reason, recorded_at"
                        + " from redo_item_step where settlement_id = ? order by id",
                row -> new RedoItemStep(
                        RedoItemView.State.valueOf(row.getString(1)),
                        SettlementRow.Outcome.valueOf(row.getString(2)),
                        Arrays.asList((String[]) row.getArray(3).getArray()),
                        Difference.of(new Payers(
                                Money.ZERO,
                                Money.ofFen(row.getLong(4)),
                                Money.ofFen(row.getLong(5)),
                                Money.ofFen(row.getLong(6)),
                                Money.ofFen(row.getLong(7)),
                                Money.ofFen(row.getLong(8)))),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        row.getString(11),
                        row.getObject(12, OffsetDateTime.class)),
                settlement.value());
    }
}
