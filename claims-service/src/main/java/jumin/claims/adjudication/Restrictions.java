package jumin.claims.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.catalogue.Restriction;
import jumin.platform.sql.JsonColumn;

/**
 * 限定支付范围 of a bill's lines: what is not kept to puts a line out of scope; what the bill cannot answer is left to people.
 *
 * @param versions of the catalogue, by the code that the bill's lines carry
 */
record Restrictions(Restriction.Care care, Map<String, List<CatalogueVersion>> versions, JsonColumn json) {

    static final String OPEN = "限定支付范围 ";

    private static final int MOST_NAMED = 100;

    ClassifiedItem classified(ItemSubmission line) {
        var item = ClassifiedItem.of(line, of(line));
        return restriction(line)
                .filter(one -> one.of(care, line.date()) == Restriction.Verdict.NOT_MET)
                .map(one -> item.restricted(one.text()))
                .orElse(item);
    }

    /** 用途: of a benefit that pays items for certain uses only. */
    ClassifiedItem marked(ClassifiedItem item, PaidFor benefit) {
        if (!benefit.asks()) {
            return item;
        }
        var uses = ClassifiedItem.standing(versions.getOrDefault(item.code(), List.of()), item.date())
                .findFirst()
                .map(CatalogueVersion::uses)
                .orElse(List.of());
        return item.markedFor(uses, benefit.refusal(uses));
    }

    List<String> unverified(List<ItemSubmission> lines) {
        var open = new ArrayList<String>();
        for (var line : lines) {
            restriction(line)
                    .filter(one -> open.size() < MOST_NAMED)
                    .filter(one -> one.of(care, line.date()) == Restriction.Verdict.TO_VERIFY)
                    .ifPresent(one ->
                            open.add(OPEN + "第 " + line.lineNo() + " 行 " + line.name() + "：" + one.text() + "，待核实"));
        }
        return open;
    }

    private List<CatalogueVersion> of(ItemSubmission line) {
        return versions.getOrDefault(line.code(), List.of());
    }

    private Optional<Restriction> restriction(ItemSubmission line) {
        for (var version : of(line)) {
            if (version.restriction().isPresent() && version.stands(line.date())) {
                return version.restriction().map(text -> json.read(text, Restriction.class));
            }
        }
        return Optional.empty();
    }
}
