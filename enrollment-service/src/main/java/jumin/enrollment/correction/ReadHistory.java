package jumin.enrollment.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.history.History;
import jumin.enrollment.history.RecordVersion;
import jumin.enrollment.household.Households;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;

/** 查看变更历史: of what the caller may see; the look is in the audit. */
@ApplicationScoped
public class ReadHistory {

    private final History history;
    private final Persons persons;
    private final Households households;
    private final Audit audit;
    private final Clock clock;

    ReadHistory(History history, Persons persons, Households households, Audit audit, Clock clock) {
        this.history = history;
        this.persons = persons;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<RecordVersion> person(PersonId id, Optional<LocalDate> on, Optional<OffsetDateTime> knownAt) {
        audit.read("person-history", id, persons.get(id).divisionPath());
        return versions(id.value(), on, knownAt);
    }

    @Transactional
    public List<RecordVersion> household(HouseholdId id, Optional<LocalDate> on, Optional<OffsetDateTime> knownAt) {
        audit.read("household-history", id, households.get(id).divisionPath());
        return versions(id.value(), on, knownAt);
    }

    private List<RecordVersion> versions(UUID subject, Optional<LocalDate> on, Optional<OffsetDateTime> knownAt) {
        var moment = knownAt.orElseGet(() -> OffsetDateTime.now(clock));
        return on.or(() -> knownAt.map(known -> LocalDate.now(clock)))
                .map(day -> history.on(subject, day, moment).stream().toList())
                .orElseGet(() -> history.of(subject));
    }
}
