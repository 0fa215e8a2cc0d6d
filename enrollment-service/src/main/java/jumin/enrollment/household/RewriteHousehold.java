package jumin.enrollment.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.history.ExpectedVersion;
import jumin.enrollment.history.History;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.audit.Audit;

/** 变更户的记录: the one way in which a household comes to say something else, be it of itself or of its members. */
@ApplicationScoped
public class RewriteHousehold {

    private final Households households;
    private final HouseholdStates states;
    private final ExpectedVersion expected;
    private final History history;
    private final PublishHouseholds publish;
    private final Audit audit;
    private final EntityManager entities;

    RewriteHousehold(
            Households households,
            HouseholdStates states,
            ExpectedVersion expected,
            History history,
            PublishHouseholds publish,
            Audit audit,
            EntityManager entities) {
        this.households = households;
        this.states = states;
        this.expected = expected;
        this.history = history;
        this.publish = publish;
        this.audit = audit;
        this.entities = entities;
    }

    /** For a change: locked, and as the caller saw it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Household seen(HouseholdId id, Optional<String> ifMatch) {
        var household = forChange(id);
        expected.require(ifMatch, states.of(household));
        return household;
    }

    /** For a change that does not depend on what was seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Household forChange(HouseholdId id) {
        var household = households.get(id);
        entities.refresh(household, LockModeType.PESSIMISTIC_WRITE);
        return household;
    }

    /** The version moves on also when only the members change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void run(Household household, RecordChange change, Runnable rewriting) {
        var before = states.of(household);
        rewriting.run();
        entities.lock(household, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        households.flush();
        history.record(before, states.of(household), change);
        publish.run(List.of(household.id()));
        audit.changed(
                "household",
                household.id(),
                household.divisionPath,
                change.word().chinese());
    }
}
