package jumin.enrollment.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 证件登记: asks across divisions whether an identity is taken, through the one function that may; each answer is audited. */
@ApplicationScoped
public class Identities {

    private final Sql sql;
    private final CurrentCaller caller;
    private final Audit audit;

    Identities(Sql sql, CurrentCaller caller, Audit audit) {
        this.sql = sql;
        this.caller = caller;
        this.audit = audit;
    }

    private record Registered(
            String blindIndex, UUID person, String divisionPath, String divisionName, String maskedName) {}

    /** Those of the identities that are registered outside the caller's division, by blind index. */
    public Map<String, RegisteredElsewhere> elsewhere(String area, Collection<String> blindIndexes) {
        if (blindIndexes.isEmpty()) {
            return Map.of();
        }
        var mine = caller.get().scope().division();
        var hidden = registered(area, List.copyOf(blindIndexes)).stream()
                .filter(registered -> !mine.contains(registered.divisionPath()))
                .toList();
        if (!hidden.isEmpty()) {
            audited(hidden);
        }
        var found = new HashMap<String, RegisteredElsewhere>();
        hidden.forEach(registered -> found.put(
                registered.blindIndex(), new RegisteredElsewhere(registered.divisionName(), registered.maskedName())));
        return Map.copyOf(found);
    }

    /** In a transaction of its own: what was seen was seen, also when the request is then refused. */
    private void audited(List<Registered> hidden) {
        QuarkusTransaction.requiringNew()
                .run(() -> hidden.forEach(registered ->
                        audit.read("identity-elsewhere", registered.person(), registered.divisionPath())));
    }

    private List<Registered> registered(String area, List<String> blindIndexes) {
        return sql.list(
                "select blind_index, person_id, division_path, division_name, masked_name"
                        + " from identity_registered(?, ?)",
                row -> new Registered(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                area,
                blindIndexes);
    }
}
