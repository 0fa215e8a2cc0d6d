package jumin.bench.plpgsql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jumin.bench.Amounts;
import jumin.bench.Claim;

/** PL/pgSQL 函数：in a PostgreSQL of its own; all claims in one statement, so that no claim pays for a round trip. */
public final class PostgresRival implements AutoCloseable {

    private static final String SCRIPT = "/jumin/bench/plpgsql/inpatient.sql";

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final PreparedStatement all;

    public PostgresRival(Claim[] claims) {
        try {
            server = EmbeddedPostgres.builder().start();
            connection = server.getPostgresDatabase().getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute(script());
            }
            store(claims);
            all = connection.prepareStatement("SELECT sum((settle(claim))[8]) FROM claim");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() throws IOException {
        try (var script = PostgresRival.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void store(Claim[] claims) throws SQLException {
        var insert = "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < claims.length; i++) {
                var claim = claims[i];
                statement.setInt(1, i);
                statement.setInt(2, claim.level());
                statement.setBoolean(3, claim.tilted());
                statement.setLong(4, claim.perCapitaIncome());
                statement.setLong(5, claim.year().poolPaid());
                statement.setLong(6, claim.year().criticalEligible());
                statement.setLong(7, claim.year().criticalPaid());
                statement.setObject(8, integers(claim.classes()));
                statement.setObject(9, integers(claim.kinds()));
                statement.setObject(10, longs(claim.amounts()));
                statement.setObject(11, longs(claim.over()));
                statement.executeUpdate();
            }
        }
    }

    private java.sql.Array integers(int[] values) throws SQLException {
        return connection.createArrayOf("integer", IntStream.of(values).boxed().toArray());
    }

    private java.sql.Array longs(long[] values) throws SQLException {
        return connection.createArrayOf("bigint", LongStream.of(values).boxed().toArray());
    }

    /** Settles every claim; what all persons bear together. */
    public long settleAll() {
        try (var rows = all.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answers in the order of the claims. */
    public List<Amounts> answers() {
        var answers = new ArrayList<Amounts>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT settle(claim) FROM claim ORDER BY id")) {
            while (rows.next()) {
                var of = (Long[]) rows.getArray(1).getArray();
                answers.add(new Amounts(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7]));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }

    @Override
    public void close() {
        try {
            connection.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
