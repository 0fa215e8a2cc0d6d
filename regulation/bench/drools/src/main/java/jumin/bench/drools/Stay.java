package jumin.bench.drools;

import jumin.bench.Claim;

/** 住院，供规则引擎使用：the working memory's one changing fact; rules move it from phase to phase. */
public final class Stay {

    private final Claim claim;
    private int phase;
    private long inside;
    private long outside;
    private long over;
    private long overConsumables;
    private long prepaid;
    private long scope;
    private long deductible;
    private long pool;
    private long eligible;
    private long line;
    private long critical;

    public Stay(Claim claim) {
        this.claim = claim;
    }

    /** An item in the catalogue, of which the person bears a share first. */
    public void take(Item item, long millionths) {
        inside += item.getAmount();
        over += item.getAbove();
        prepaid += share(item.getAmount() - item.getAbove(), millionths);
    }

    public void leaveOut(Item item) {
        outside += item.getAmount();
    }

    public void addOverConsumables(Item item) {
        overConsumables += item.getAbove();
    }

    public static long share(long amount, long millionths) {
        return (amount * millionths + 500_000) / 1_000_000;
    }

    public int getPhase() {
        return phase;
    }

    public void setPhase(int phase) {
        this.phase = phase;
    }

    public int getLevel() {
        return claim.level();
    }

    public boolean isTilted() {
        return claim.tilted();
    }

    public Claim claim() {
        return claim;
    }

    public long total() {
        return inside + outside;
    }

    public long outside() {
        return outside;
    }

    public void closeItems() {
        scope = inside - over - prepaid;
    }

    public long scope() {
        return scope;
    }

    public long deductible() {
        return deductible;
    }

    public void deduct(long standard) {
        deductible = Math.min(standard, scope);
    }

    public void payPool(long millionths) {
        pool = share(scope - deductible, millionths);
    }

    public void capPool(long cap) {
        pool = Math.min(pool, Math.max(0, cap - claim.year().poolPaid()));
        eligible = scope - pool + prepaid + overConsumables;
    }

    public long pool() {
        return pool;
    }

    public long eligible() {
        return eligible;
    }

    public void drawLine(long ofIncome, long lowered) {
        line = share(claim.perCapitaIncome(), ofIncome);
        line -= share(line, lowered);
    }

    public void payCritical(long millionths) {
        long before = claim.year().criticalEligible();
        long after = before + eligible;
        long from = Math.min(after, Math.max(before, line));
        critical = Math.min(share(after - from, millionths), total() - pool);
    }

    public void capCritical(long cap) {
        critical = Math.min(critical, Math.max(0, cap - claim.year().criticalPaid()));
    }

    public long critical() {
        return critical;
    }
}
