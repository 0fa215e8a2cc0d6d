package jumin.bench.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.bench.Amounts;
import jumin.bench.Claim;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Kie DMN：one decision for each amount, in FEEL. */
public final class DmnRival {

    private static final String MODEL = "jumin/bench/dmn/inpatient.dmn";

    private final DMNRuntime runtime;
    private final DMNModel model;

    public DmnRival() {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newClassPathResource(MODEL, DmnRival.class)))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    /** The facts, made before the measurement. */
    public static Map<String, Object> facts(Claim claim) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < claim.items(); i++) {
            items.add(Map.of(
                    "itemClass", number(claim.classes()[i]),
                    "kind", number(claim.kinds()[i]),
                    "amount", number(claim.amounts()[i]),
                    "over", number(claim.over()[i])));
        }
        var facts = new HashMap<String, Object>();
        facts.put("items", items);
        facts.put("level", Claim.LEVELS[claim.level()]);
        facts.put("tilted", claim.tilted());
        facts.put("perCapitaIncome", number(claim.perCapitaIncome()));
        facts.put("poolPaid", number(claim.year().poolPaid()));
        facts.put("criticalEligible", number(claim.year().criticalEligible()));
        facts.put("criticalPaid", number(claim.year().criticalPaid()));
        return facts;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    public Amounts settle(Map<String, Object> facts) {
        var context = runtime.newContext();
        context.set("Claim", facts);
        var result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        return new Amounts(
                fen(result, "total"),
                fen(result, "outOfScope"),
                fen(result, "scope"),
                fen(result, "deductible"),
                fen(result, "pool"),
                fen(result, "eligible"),
                fen(result, "critical"),
                fen(result, "person"));
    }

    private static long fen(DMNResult result, String decision) {
        return ((BigDecimal) result.getDecisionResultByName(decision).getResult()).longValueExact();
    }
}
