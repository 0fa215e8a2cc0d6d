package jumin.claims.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Declarations;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.StatedBy;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/**
 * 陈述的事实: what no register answers, under the names that the law's data declares with who may state them. A city that
 * needs a further one declares it; nothing is added here. Pure.
 */
public record StatedFacts(Law law) {

    /** 是否在签约机构就诊 */
    private static final String CONTRACTED = "contracted_provider";

    /** What the provider says of the case beside the usual circumstances. Throws for a name or a value that the law does not take from it. */
    public Facts ofProvider(JsonNode others) {
        return others == null || others.isNull()
                ? Facts.none()
                : read(others, StatedBy.PROVIDER, ClaimsProblem.CIRCUMSTANCE_NOT_KNOWN, "/circumstances/others");
    }

    /** What the agency has found in a case, as it is filed. Throws for a name or a value that the law does not take from it. */
    Facts ofAgency(JsonNode found) {
        return read(found, StatedBy.AGENCY, ClaimsProblem.FILING_VALUE_UNKNOWN, "/details/caseFacts/facts");
    }

    /** 情形核定、签约: what the filings say that hold on the day of the care; of two findings the newer. */
    public Facts filed(List<Filing> filings, String provider, LocalDate day) {
        var facts = Facts.none();
        for (var filing : filings) {
            if (filing.kind() == FilingKind.CASE_FACTS && filing.holds(day)) {
                facts = facts.with(ofAgency(known(filing.details().caseFacts().facts())));
            }
        }
        return chosen(filings, day)
                .map(one -> one.details().signUp().provider().equals(provider))
                .map(here -> Facts.none().with(CONTRACTED, here.booleanValue()))
                .map(facts::with)
                .orElse(facts);
    }

    /** What the law of another city, to which the person has moved, does not ask for is nothing to it. */
    private JsonNode known(JsonNode found) {
        var names = declared().statedBy(StatedBy.AGENCY);
        var kept = JsonNodeFactory.instance.objectNode();
        found.properties().forEach(one -> {
            if (names.stream().anyMatch(name -> name.equals(one.getKey()) || name.startsWith(one.getKey() + "."))) {
                kept.set(one.getKey(), one.getValue());
            }
        });
        return kept;
    }

    /** Whether only a filing's word counts under a name. */
    public boolean decides(String name) {
        return name.equals(CONTRACTED) || declared().statedBy(StatedBy.AGENCY).contains(name);
    }

    /** Of somebody who has signed up nowhere nothing is known. */
    private static Optional<Filing> chosen(List<Filing> filings, LocalDate day) {
        return filings.stream()
                .filter(one -> one.kind() == FilingKind.SIGN_UP && one.holds(day))
                .reduce((earlier, later) -> later);
    }

    private Facts read(JsonNode stated, StatedBy who, ClaimsProblem code, String pointer) {
        var names = declared().statedBy(who);
        unknown(stated, names).ifPresent(name -> {
            throw ProblemException.field(code, pointer, "不能这样陈述“" + name + "”", advice(name, names));
        });
        try {
            var allowed = new TreeMap<>(declared().byName());
            allowed.keySet().retainAll(names);
            return FactsJson.read(stated.toString(), new Declarations(allowed));
        } catch (IllegalArgumentException unfit) {
            throw ProblemException.field(code, pointer, unfit.getMessage(), "请用参保地法规的用语");
        }
    }

    private String advice(String name, Set<String> names) {
        var other = declared().statedBy(StatedBy.AGENCY).contains(name) ? "这一项由参保地经办机构核定，请先办情形核定。" : "";
        return other + "参保地法规接受的是：" + (names.isEmpty() ? "无" : String.join("、", names));
    }

    private static Optional<String> unknown(JsonNode stated, Set<String> names) {
        Iterable<String> said = stated::fieldNames;
        return StreamSupport.stream(said.spliterator(), false)
                .filter(name -> names.stream().noneMatch(known -> known.equals(name) || known.startsWith(name + ".")))
                .findFirst();
    }

    private Declarations declared() {
        return Vocabulary.of(law).facts("settlement");
    }
}
