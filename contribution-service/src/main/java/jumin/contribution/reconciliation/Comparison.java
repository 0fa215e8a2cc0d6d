package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** What is compared. */
    record Subject(UUID id, String organ, String divisionPath, int benefitYear, Days days) {
        /** 缴费日期起止. */
        record Days(java.time.LocalDate from, java.time.LocalDate to) {}
    }

    /** In the current transaction: our side, differences, totals by day. */
    void compare(Subject run, OffsetDateTime at) {
        var from = run.days().from();
        var to = run.days().to();
        bulk();
        database.update(
                ComparisonSql.ODD,
                run.id(),
                run.benefitYear(),
                run.benefitYear(),
                run.organ(),
                run.benefitYear(),
                from,
                to);
        database.update(ComparisonSql.ON_ANOTHER_DAY, run.organ());
        database.update(ComparisonSql.FOLD, run.benefitYear());
        database.update(ComparisonSql.DIFFERENCES, run.id(), run.divisionPath(), run.organ());
        database.update(ComparisonSql.LATE_REVERSALS, run.id(), run.organ(), run.organ(), run.benefitYear(), from, to);
        database.update(
                ComparisonSql.DAYS,
                run.id(),
                run.divisionPath(),
                run.organ(),
                run.organ(),
                run.benefitYear(),
                from,
                to,
                run.id());
        database.update(ComparisonSql.OUR_TOTALS, at, run.organ(), run.benefitYear(), from, to, run.id(), run.id());
    }

    /**
     * A million records on both sides are joined in memory of the database, not on its disk, and as sets: row by row, one
     * wrong guess about their number takes hours.
     */
    private void bulk() {
        database.update("set local work_mem = '64MB'");
        database.update("set local enable_nestloop = off");
        database.update("set local plan_cache_mode = force_custom_plan");
    }

    /** The third way: what the treasury received of the payments up to a day. */
    void compareTreasury(Subject run, java.time.LocalDate through) {
        bulk();
        var from = run.days().from();
        var to = run.days().to();
        database.update(
                ComparisonSql.TREASURY, run.id(), run.organ(), run.organ(), run.benefitYear(), from, to, through);
        database.update(
                ComparisonSql.ONLY_TREASURY, run.id(), run.divisionPath(), run.organ(), run.organ(), from, through);
        database.update(ComparisonSql.TREASURY_TOTALS, run.organ(), run.benefitYear(), from, to, through, run.id());
    }

    /** The first way: levies for which nothing came. */
    void findUnpaid(Subject run) {
        bulk();
        database.update(ComparisonSql.UNPAID, run.id(), run.organ(), run.benefitYear(), run.organ(), run.benefitYear());
    }
}
