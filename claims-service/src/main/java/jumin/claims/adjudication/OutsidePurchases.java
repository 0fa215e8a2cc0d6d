package jumin.claims.adjudication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingKind;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;

/** 外检外购: lines that were bought elsewhere, by the filing under which they were. Pure. */
record OutsidePurchases(Law law, List<Filing> filings, String personArea) {

    static final String GROUP = "out_of_hospital";
    static final String OPEN = "外检外购：";

    static boolean among(List<ClassifiedItem> items) {
        return items.stream().anyMatch(item -> item.outsidePurchase() != null);
    }

    /** A line whose purchase was not filed for its day is out of scope, with its reason. */
    ClassifiedItem checked(ClassifiedItem item) {
        return item.outsidePurchase() == null || filing(item).isPresent() ? item : item.notFiled();
    }

    /** What was filed without saying where exactly: that the place is designated is for people to see. */
    List<String> unverified(List<ClassifiedItem> items) {
        return items.stream()
                .flatMap(item -> filing(item).stream())
                .filter(one -> one.details().outsidePurchase().provider() == null)
                .map(one -> OPEN + one.filedOn() + " 的备案没有写所去机构的编号，是否定点医药机构待核实")
                .distinct()
                .toList();
    }

    /** The lines of the bill, those of other places apart where the law counts them apart. */
    Facts facts(List<ClassifiedItem> items) {
        var apart = among(items) && countedApart();
        var own = new ArrayList<ClassifiedItem>();
        var groups = new LinkedHashMap<Filing, List<ClassifiedItem>>();
        for (var item : items.stream().filter(one -> !one.beforeAdmission()).toList()) {
            filing(item)
                    .filter(one -> apart)
                    .map(one -> groups.computeIfAbsent(one, any -> new ArrayList<>()))
                    .orElse(own)
                    .add(item);
        }
        var facts = Facts.none().with("items", ClassifiedItem.fees(own.stream()));
        var many = groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
        return many.isEmpty() ? facts : facts.with(GROUP, new Fact.Many(many));
    }

    private Facts group(Filing filing, List<ClassifiedItem> items) {
        var where = filing.details().outsidePurchase();
        return Facts.none()
                .with("provider_level", where.providerLevel())
                .with("location", Places.location(law, where.area(), personArea))
                .with("items", ClassifiedItem.fees(items.stream()));
    }

    /** The filing that a line names, where it holds on the line's day; one that was withdrawn or has run out does not. */
    private Optional<Filing> filing(ClassifiedItem item) {
        if (item.outsidePurchase() == null) {
            return Optional.empty();
        }
        return filings.stream()
                .filter(one ->
                        one.kind() == FilingKind.OUTSIDE_PURCHASE && one.id().equals(item.outsidePurchase()))
                .filter(one -> one.holds(item.date()))
                .findFirst();
    }

    /** Whether some steps of this law work on such groups. */
    private boolean countedApart() {
        return law.keys("").stream()
                .filter(key -> key.endsWith(".steps"))
                .flatMap(key -> law.get(key).version().stream())
                .flatMap(version -> version.content().find("steps").stream())
                .flatMap(steps -> steps.list().stream())
                .anyMatch(step ->
                        step.find("each").map(Node::text).filter(GROUP::equals).isPresent());
    }
}
