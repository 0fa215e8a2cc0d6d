package jumin.bench.drools;

/** 费用明细，供规则引擎使用：a bean, as its rules read it; {@code above} its payment standard. */
public final class Item {

    private final int itemClass;
    private final int kind;
    private final long amount;
    private final long above;

    public Item(int itemClass, int kind, long amount, long above) {
        this.itemClass = itemClass;
        this.kind = kind;
        this.amount = amount;
        this.above = above;
    }

    public int getItemClass() {
        return itemClass;
    }

    public int getKind() {
        return kind;
    }

    public long getAmount() {
        return amount;
    }

    public long getAbove() {
        return above;
    }
}
