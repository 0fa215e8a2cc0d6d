package jumin.claims.adjudication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.PaidUses;

/** 按用途支付的待遇: of which drugs the law pays a benefit at all, as 两病 of those that lower blood pressure or blood sugar. */
record PaidFor(Law law, List<String> uses) {

    static PaidFor of(Law law, String benefit) {
        return new PaidFor(law, PaidUses.of(law, benefit));
    }

    boolean asks() {
        return !uses.isEmpty();
    }

    /** Why an item marked so is not paid; empty when it is. */
    Optional<String> refusal(List<String> marked) {
        return marked.stream().anyMatch(uses::contains)
                ? Optional.empty()
                : Optional.of("目录没有标注为" + titles() + "药品，本待遇不支付");
    }

    private String titles() {
        return uses.stream().map(use -> PersonFacts.title(law, "item_use", use)).collect(Collectors.joining("、"));
    }
}
