package jumin.bench.engine;

import jumin.bench.Amounts;
import jumin.bench.Claim;
import jumin.bench.Limit;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;

/** 极限，从同样的事实算起：the hand-written loop reading the named facts and the items that our engine reads. */
final class NamedLimit {

    private final Limit limit = new Limit();

    long settle(Facts facts) {
        limit.start();
        var items = facts.items("items");
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            limit.add(
                    item.itemClass().ordinal(),
                    kind(item),
                    item.amount().fen(),
                    item.overCeiling().fen());
        }
        var year = new Claim.Year(
                fen(facts, "accumulators.pool_paid_ytd"),
                fen(facts, "accumulators.cii_eligible_ytd"),
                fen(facts, "accumulators.cii_paid_ytd"));
        boolean tilted = facts.words("person.categories").contains("minimum_living");
        return limit.conclude(new Limit.Case(level(facts), tilted, fen(facts, "per_capita_income"), year));
    }

    private static int kind(FeeItem item) {
        return switch (item.kind()) {
            case "drug" -> 0;
            case "consumable" -> 1;
            case "service" -> 2;
            case "facility" -> 3;
            case "negotiated_antitumor" -> 4;
            case "negotiated_other" -> 5;
            default -> throw new IllegalArgumentException(item.kind());
        };
    }

    private static int level(Facts facts) {
        return switch (facts.word("provider_level").orElseThrow()) {
            case "primary" -> 0;
            case "secondary" -> 1;
            case "tertiary" -> 2;
            default -> throw new IllegalArgumentException();
        };
    }

    private static long fen(Facts facts, String name) {
        return facts.amount(name).map(Money::fen).orElse(0L);
    }

    Amounts amounts() {
        return limit.amounts();
    }

    static Amounts answer(Claim claim) {
        var named = new NamedLimit();
        named.settle(Ours.facts(claim).facts());
        return named.amounts();
    }
}
