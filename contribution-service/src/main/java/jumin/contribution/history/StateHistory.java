package jumin.contribution.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.personyear.PersonYears;
import jumin.contribution.place.LastItem;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** One person of the county states a history with its evidence, another approves it; then the year is assessed anew. */
@ApplicationScoped
public class StateHistory {

    private static final String SELECT = """
            select id, person_id, benefit_year, lapse_years, repaired_years, interrupted_from, evidence, state, proposed_by,
                   proposed_at, decided_by, decided_at
            from history_statement
            """;

    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PersonYears personYears;
    private final Sql database;
    private final CurrentCaller caller;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    StateHistory(
            InsuredPersons persons,
            IdentityLocks identities,
            PersonYears personYears,
            Sql database,
            CurrentCaller caller,
            Once once,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.identities = identities;
        this.personYears = personYears;
        this.database = database;
        this.caller = caller;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be stated of whom. */
    record Stating(UUID personId, HistoryStatement statement) {}

    public Response propose(UUID personId, HistoryStatement statement, String key) {
        return once.answer(
                "insurance-history", key, new Stating(personId, statement), () -> propose(personId, statement));
    }

    private Once.Answer propose(UUID personId, HistoryStatement statement) {
        var person = person(personId);
        check(statement);
        var id = TimeOrderedId.next();
        database.update(
                """
                insert into history_statement (id, area, division_path, person_id, benefit_year, lapse_years, repaired_years,
                       interrupted_from, evidence, state, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
                """,
                id,
                person.area(),
                person.divisionPath(),
                personId,
                statement.benefitYear(),
                statement.lapseYears(),
                statement.repairedYears(),
                Optional.ofNullable(statement.interruptedFrom()),
                statement.evidence(),
                caller.get().id(),
                OffsetDateTime.now(clock));
        audit.changed("insurance-history", id, person.divisionPath(), "提出参保中断与修复的认定");
        return Once.Answer.created(
                find(id).orElseThrow(), "/api/contribution/v1/persons/" + personId + "/insurance-histories");
    }

    private static void check(HistoryStatement statement) {
        if (statement.repairedYears() > statement.lapseYears()) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/repairedYears", "修复的年数多于中断的年数", "请核对两个年数");
        }
        var from = statement.interruptedFrom();
        if (from != null && !from.isBefore(LocalDate.of(statement.benefitYear(), 12, 31))) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/interruptedFrom", "中断第一日不在该年度或以前", "请填写中断参保的第一日");
        }
    }

    @Transactional
    public HistoryView decide(UUID id, boolean approved) {
        var seen = find(id).orElseThrow(StateHistory::unknown);
        identities.holdPersons(List.of(seen.personId()));
        var now = persons.now(person(seen.personId()));
        personYears.lock(now, seen.benefitYear());
        var decided = database.update(
                "update history_statement set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'PROPOSED'",
                approved ? "APPROVED" : "REJECTED",
                caller.get().id(),
                OffsetDateTime.now(clock),
                id);
        if (decided == 0) {
            throw decided(find(id).orElseThrow());
        }
        if (approved) {
            database.update("""
                    update insured_person p set stated_history = stated_history || jsonb_build_object(s.benefit_year::text,
                           jsonb_build_object('lapseYears', s.lapse_years, 'repairedYears', s.repaired_years,
                               'interruptedFrom', s.interrupted_from))
                    from history_statement s where s.id = ? and p.person_id = s.person_id
                    """, id);
            personYears.assess(now.personId(), seen.benefitYear());
        }
        audit.changed("insurance-history", id, person(seen.personId()).divisionPath(), approved ? "认定" : "不予认定");
        return find(id).orElseThrow();
    }

    /** The newest first, with what was stated of records that were merged into this one. */
    @Transactional
    public List<HistoryView> of(UUID personId) {
        audit.read("insurance-history", personId, person(personId).divisionPath());
        return database.list(
                SELECT
                        + "where person_id = ? or person_id in (select person_id from insured_person where survivor_id = ?)"
                        + " order by proposed_at desc, id",
                StateHistory::view,
                personId,
                personId);
    }

    /** 待复核的认定 and others of a place, the oldest first. @param state empty for all; @param after the last one of the page before */
    @Transactional
    public List<HistoryView> list(String state, Optional<UUID> after, int limit) {
        after.ifPresent(id -> find(id).orElseThrow(LastItem::unknown));
        var found = database.list(SELECT + """
                where ? in ('', state) and (?::uuid is null or (proposed_at, id) >
                      (select l.proposed_at, l.id from history_statement l where l.id = ?::uuid))
                order by proposed_at, id limit ?
                """, StateHistory::view, state, after, after, limit);
        var named = found.stream().map(HistoryView::personId).distinct().toList();
        audit.readAll(
                "insurance-history",
                persons.find(named).stream()
                        .map(person -> new Audit.Subject(person.personId(), person.divisionPath()))
                        .toList());
        return found;
    }

    private Optional<HistoryView> find(UUID id) {
        return database.first(SELECT + "where id = ?", StateHistory::view, id);
    }

    private InsuredPerson person(UUID id) {
        return persons.find(id).orElseThrow(StateHistory::unknown);
    }

    private static HistoryView view(ResultSet row) throws SQLException {
        return new HistoryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class));
    }

    private static ProblemException decided(HistoryView now) {
        return new ProblemException(
                ContributionProblem.HISTORY_ALREADY_DECIDED,
                "该认定已由 " + now.decidedBy() + (now.state().equals("APPROVED") ? " 认定" : " 不予认定")
                        + "，不能再次复核；请刷新查看。仍要更改的，由县级重新提出。");
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人或此认定，或不在您的辖区。");
    }
}
