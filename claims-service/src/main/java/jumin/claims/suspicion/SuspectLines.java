package jumin.claims.suspicion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.claims.adjudication.ClassifiedItem;
import jumin.regulation.Money;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.review.ReviewRule;
import jumin.regulation.review.Suspicion;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 一条规则所及的明细, and what the fund would have paid less without them: the same engine decides once more. */
final class SuspectLines {

    private static final String ITEMS = "items";
    private static final String BOUGHT_ELSEWHERE = "out_of_hospital";
    private static final int MOST_NAMED = 20;

    private final Care care;
    private final Map<Integer, Money> parts = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    SuspectLines(Care care) {
        this.care = care;
    }

    void add(ClassifiedItem item, Suspicion suspicion) {
        parts.put(item.lineNo(), suspicion.part(item.amount()));
        words.add("第 " + item.lineNo() + " 行 " + item.name() + beyond(suspicion));
    }

    private static String beyond(Suspicion suspicion) {
        return suspicion.beyond() == suspicion.of()
                ? ""
                : "（" + suspicion.of() + " 日量，超出 " + suspicion.beyond() + " 日）";
    }

    Suspect suspect(ReviewRule rule) {
        var more = words.size() > MOST_NAMED ? " 等 " + words.size() + " 行" : "";
        var detail = words.stream().limit(MOST_NAMED).collect(Collectors.joining("；")) + more;
        return new Suspect(rule, detail, less());
    }

    /** What the fund paid for the care as a whole; nothing of what is not paid. */
    static Money paid(Care care) {
        return care.decision() instanceof SettlementDecision.Paid paid
                ? paid.amounts().fundPay()
                : Money.ZERO;
    }

    private Money less() {
        var without = new SettlementFacts(care.facts().facts().with(ITEMS, new Fact.Items(remaining())));
        var paid = paid(care);
        var rest = Adjudicator.adjudicate(without, care.law()).amounts().fundPay();
        return paid.minus(rest.min(paid));
    }

    /** Lines bought elsewhere are counted apart where the law does so; they are not among these. */
    private List<FeeItem> remaining() {
        var apart = care.facts().facts().has(BOUGHT_ELSEWHERE);
        return care.bill().items().stream()
                .filter(item -> !apart || item.outsidePurchase() == null || item.notFiledElsewhere())
                .flatMap(item -> item.without(parts.getOrDefault(item.lineNo(), Money.ZERO)).stream())
                .toList();
    }
}
