package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.platform.sql.Sql;

/**
 * Lays the tax organ's details beside our payments and finds the differences with sets: the database does the comparing, so
 * memory does not grow with the number of records. Only what is odd is written down.
 */
@ApplicationScoped
class Comparison {

    private final Sql database;

    Comparison(Sql database) {
        this.database = database;
    }

    /**
     * What is compared.
     *
     * @param withUnpaid whether levies for which nothing came are asked for
     */
    record Subject(UUID id, String organ, String divisionPath, int benefitYear, Days days, boolean withUnpaid) {
        /** 缴费日期起止. */
        record Days(LocalDate from, LocalDate to) {}

        /** A day that is not over cannot be closed: what is still paid on it would be late at once. Later days of the run stay open. */
        LocalDate lastOver(LocalDate today) {
            var yesterday = today.minusDays(1);
            return days.to().isBefore(yesterday) ? days.to() : yesterday;
        }
    }

    /** In the current transaction: levies, our payments and theirs; differences, totals by day. */
    void compare(Subject run, OffsetDateTime at) {
        var year = run.benefitYear();
        var from = run.days().from();
        var to = run.days().to();
        var details = TaxDetails.table(run.id());
        sets();
        database.update(ComparisonSql.OFTEN, year);
        database.update("analyze often");
        database.update(ComparisonSql.AGAIN.formatted(details));
        database.update("analyze again");
        database.update(
                ComparisonSql.UNCLEAR.formatted(details),
                run.organ(),
                from,
                to,
                year,
                run.withUnpaid(),
                run.organ(),
                year,
                year);
        database.update("analyze unclear");
        rows();
        database.update(ComparisonSql.ON_ANOTHER_DAY, run.organ());
        database.update(ComparisonSql.ODD, year, year);
        database.update("analyze odd");
        database.update(ComparisonSql.DIFFERENCES, run.id(), run.divisionPath(), run.organ());
        if (run.withUnpaid()) {
            database.update(ComparisonSql.UNPAID, run.id(), run.organ(), year);
        }
        database.update(ComparisonSql.LATE_REVERSALS, run.id(), run.organ(), run.organ(), year, from, to);
        sets();
        database.update(
                ComparisonSql.DAYS.formatted(details),
                run.id(),
                run.divisionPath(),
                run.organ(),
                run.organ(),
                year,
                from,
                to);
        database.update(ComparisonSql.OUR_TOTALS, at, run.id(), run.id());
    }

    /**
     * A million records on both sides are joined in memory of the database, not on its disk, and as sets: row by row, one
     * wrong guess about their number takes hours. By hash, since sorting them takes longer.
     */
    private void sets() {
        database.update("set local work_mem = '64MB'");
        database.update("set local enable_nestloop = off");
        database.update("set local enable_mergejoin = off");
        database.update("set local plan_cache_mode = force_custom_plan");
    }

    /** Few rows, whose number is known, by their indexes. Keys are checked under plans that are kept: made anew for each row they cost more than the row. */
    private void rows() {
        database.update("set local enable_nestloop = on");
        database.update("set local enable_mergejoin = on");
        database.update("set local plan_cache_mode = auto");
    }

    /** The third way: what the treasury received of the payments up to a day. */
    void compareTreasury(Subject run, LocalDate through) {
        sets();
        var from = run.days().from();
        var to = run.days().to();
        database.update(
                ComparisonSql.TREASURY, run.id(), run.organ(), run.organ(), run.benefitYear(), from, to, through);
        database.update(
                ComparisonSql.ONLY_TREASURY, run.id(), run.divisionPath(), run.organ(), run.organ(), from, through);
        database.update(ComparisonSql.TREASURY_TOTALS, run.organ(), run.benefitYear(), from, to, through, run.id());
    }
}
