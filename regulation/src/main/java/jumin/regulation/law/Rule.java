package jumin.regulation.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 规定：one block of the data, with its article and its dated values. */
public record Rule(
        String key,
        String title,
        State state,
        Citation citation,
        String unit,
        List<Version> versions,
        Node node,
        Layer layer) {

    /** 状态。 */
    public enum State {
        /** 原文有值 */
        VALUE,
        /** 原文未定，按决定记录执行 */
        ASSUMPTION,
        /** 原文留空或另行制定 */
        GAP,
        /** 不设 */
        NOT_PROVIDED,
        /** 演示用的代用值 */
        PLACEHOLDER
    }

    public Rule {
        versions = List.copyOf(versions);
    }

    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(version -> version.holds(day)).findFirst();
    }

    /** 文件只写“不低于”的值：works in production only when somebody with the right has accepted it. */
    public boolean isMinimum() {
        return node.find("minimum").isPresent();
    }

    /** How a higher layer combines with this rule, as the city's own text allows. */
    Optional<String> above() {
        return node.find("above").map(above -> above.text("combine"));
    }
}
