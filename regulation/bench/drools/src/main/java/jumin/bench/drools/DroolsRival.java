package jumin.bench.drools;

import jumin.bench.Amounts;
import jumin.bench.Claim;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainerSessionsPool;

/** Drools 的可执行模型，会话取自会话池。 */
public final class DroolsRival {

    private static final String RULES = "jumin/bench/drools/inpatient.drl";

    private final KieContainerSessionsPool sessions;

    public DroolsRival() {
        var services = KieServices.Factory.get();
        var files = services.newKieFileSystem();
        files.write("src/main/resources/" + RULES, services.getResources().newClassPathResource(RULES, "UTF-8"));
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        sessions = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSessionsPool(1);
    }

    /** The facts, made before the measurement. */
    public static Item[] items(Claim claim) {
        var items = new Item[claim.items()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new Item(claim.classes()[i], claim.kinds()[i], claim.amounts()[i], claim.over()[i]);
        }
        return items;
    }

    public Amounts settle(Claim claim, Item[] items) {
        var stay = new Stay(claim);
        var session = sessions.newKieSession();
        try {
            for (var item : items) {
                session.insert(item);
            }
            session.insert(stay);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return new Amounts(
                stay.total(),
                stay.outside(),
                stay.scope(),
                stay.deductible(),
                stay.pool(),
                stay.eligible(),
                stay.critical(),
                stay.total() - stay.pool() - stay.critical());
    }
}
