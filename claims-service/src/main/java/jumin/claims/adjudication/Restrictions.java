package jumin.claims.adjudication;

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

    List<String> unverified(List<ItemSubmission> lines) {
        return lines.stream()
                .flatMap(line -> restriction(line).stream()
                        .filter(one -> one.of(care, line.date()) == Restriction.Verdict.TO_VERIFY)
                        .map(one -> OPEN + "第 " + line.lineNo() + " 行 " + line.name() + "：" + one.text() + "，待核实"))
                .limit(MOST_NAMED)
                .toList();
    }

    private List<CatalogueVersion> of(ItemSubmission line) {
        return versions.getOrDefault(line.code(), List.of());
    }

    private Optional<Restriction> restriction(ItemSubmission line) {
        return ClassifiedItem.standing(of(line), line.date())
                .map(CatalogueVersion::restriction)
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> json.read(text, Restriction.class));
    }
}
