package jumin.bench;

/**
 * 极限：the same arithmetic written by hand for this one benefit of this one city, without law, explanation or allocation.
 * Amounts are left in fields and read back by {@link #amounts()} outside the measurement.
 */
public final class Limit {

    private static final long[] DEDUCTIBLE = {100_00, 400_00, 600_00};
    private static final long[] RATIO = {900_000, 800_000, 600_000};
    /** By class and kind: the share of class B that the person bears first. */
    private static final long[] PREPAID = {0, 0, 0, 0, 0, 0, 150_000, 100_000, 100_000, 100_000, 150_000, 150_000};

    private static final int KINDS = 6;
    private static final int CLASS_C = 2;
    private static final int CONSUMABLE = 1;

    private long inside;
    private long outside;
    private long over;
    private long prepaid;
    private long overConsumables;

    private long scope;
    private long deductible;
    private long pool;
    private long eligible;
    private long critical;

    /** What the law asks besides the items. */
    public record Case(int level, boolean tilted, long perCapitaIncome, Claim.Year year) {}

    /** Returns what the person bears. */
    public long settle(Claim claim) {
        start();
        var classes = claim.classes();
        var kinds = claim.kinds();
        var amounts = claim.amounts();
        var overs = claim.over();
        for (int i = 0; i < amounts.length; i++) {
            add(classes[i], kinds[i], amounts[i], overs[i]);
        }
        return conclude(new Case(claim.level(), claim.tilted(), claim.perCapitaIncome(), claim.year()));
    }

    public void start() {
        inside = 0;
        outside = 0;
        over = 0;
        prepaid = 0;
        overConsumables = 0;
    }

    public void add(int itemClass, int kind, long amount, long above) {
        if (itemClass == CLASS_C) {
            outside += amount;
            return;
        }
        inside += amount;
        over += above;
        overConsumables += kind == CONSUMABLE ? above : 0;
        prepaid += share(amount - above, PREPAID[itemClass * KINDS + kind]);
    }

    public long conclude(Case asked) {
        scope = inside - over - prepaid;
        deductible = Math.min(DEDUCTIBLE[asked.level()], scope);
        long wanted = share(scope - deductible, RATIO[asked.level()]);
        pool = Math.min(wanted, Math.max(0, 100_000_00L - asked.year().poolPaid()));
        eligible = scope - pool + prepaid + overConsumables;
        critical = critical(asked);
        return inside + outside - pool - critical;
    }

    private long critical(Case asked) {
        long line = share(asked.perCapitaIncome(), 500_000);
        line -= asked.tilted() ? share(line, 500_000) : 0;
        long before = asked.year().criticalEligible();
        long after = before + eligible;
        long from = Math.min(after, Math.max(before, line));
        long pay = Math.min(share(after - from, asked.tilted() ? 650_000 : 600_000), inside + outside - pool);
        return asked.tilted()
                ? pay
                : Math.min(pay, Math.max(0, 250_000_00L - asked.year().criticalPaid()));
    }

    private static long share(long amount, long millionths) {
        return (amount * millionths + 500_000) / 1_000_000;
    }

    public Amounts amounts() {
        long total = inside + outside;
        return new Amounts(total, outside, scope, deductible, pool, eligible, critical, total - pool - critical);
    }
}
