package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;

/** 待遇所付的用途, as a drug for blood pressure: what the bills of a benefit must say of their items, for somebody to know what is paid. */
public final class PaidUses {

    private PaidUses() {}

    /** The uses of a benefit, or of those that it is computed as; empty where it pays items whatever they are for. */
    public static List<String> of(Law law, String benefit) {
        return law.find("benefit." + benefit)
                .flatMap(RuleInForce::version)
                .map(Version::content)
                .map(content -> of(law, content))
                .orElse(List.of());
    }

    private static List<String> of(Law law, Node content) {
        var uses = new ArrayList<String>();
        content.find("items").flatMap(items -> items.find("uses")).ifPresent(asked -> uses.addAll(asked.texts()));
        content.find("like").ifPresent(other -> uses.addAll(ofRule(law, other.text())));
        content.find("better_of").ifPresent(others -> others.texts().forEach(one -> uses.addAll(ofRule(law, one))));
        return uses.stream().distinct().toList();
    }

    private static List<String> ofRule(Law law, String key) {
        return of(law, key.substring("benefit.".length()));
    }
}
