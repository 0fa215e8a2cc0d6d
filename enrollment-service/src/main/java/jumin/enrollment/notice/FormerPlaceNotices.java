package jumin.enrollment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 告知原参保地: opened when a pupil's cover here follows one elsewhere, ticked off by whoever has told the place. */
@ApplicationScoped
public class FormerPlaceNotices {

    private static final String ADD = """
            insert into former_place_notice (id, person_id, cause, conflict_id, place, since, instrument, article, opened_by,
                                             recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CLOSE =
            "update former_place_notice set state = ?, note = ?, closed_by = ?, closed_at = ? where state = 'OPEN' and ";
    private static final String SELECT = """
            select n.id, n.person_id, p.name, p.id_masked, p.school, n.cause, n.place, n.since, n.instrument, n.article,
                   n.state, n.note, n.recorded_at, n.closed_by, n.closed_at
            from former_place_notice n join person p on p.id = n.person_id
            """;

    private static final String UNNAMED = "名单未写明";

    private final Sql sql;
    private final Persons persons;
    private final AdmissionLaw law;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FormerPlaceNotices(Sql sql, Persons persons, AdmissionLaw law, CurrentCaller caller, Audit audit, Clock clock) {
        this.sql = sql;
        this.persons = persons;
        this.law = law;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody who was insured elsewhere has entered a school here. */
    public void entered(Person person, String place, LocalDate on) {
        open(person, "SCHOOL_ENTERED", Optional.empty(), place, on);
    }

    /** A conflict with cover elsewhere was decided for ours: of a pupil the place there is told; of others it finds out itself. */
    public void kept(PersonId id, UUID conflict, String place, LocalDate since) {
        var person = persons.get(id);
        if (!person.school().equals(Person.NO_SCHOOL)) {
            open(person, "CONFLICT_KEPT", Optional.of(conflict), place.isBlank() ? UNNAMED : place.strip(), since);
        }
    }

    /** The decision was taken back; what is told already stays told. */
    public void reopened(UUID conflict) {
        sql.update(
                CLOSE + "conflict_id = ?",
                "WITHDRAWN",
                "重复参保的处理已撤销",
                caller.get().id(),
                OffsetDateTime.now(clock),
                conflict);
    }

    private void open(Person person, String cause, Optional<UUID> conflict, String place, LocalDate since) {
        var citation = law.placeOfPupils(person.area(), LocalDate.now(clock));
        sql.update(
                ADD,
                NoticeId.next().value(),
                person.id().value(),
                cause,
                conflict,
                place,
                since,
                citation.map(found -> found.instrument()).orElse(""),
                citation.map(found -> found.article()).orElse(""),
                caller.get().id(),
                OffsetDateTime.now(clock));
    }

    /** The oldest first: those wait longest. */
    @Transactional
    public Page<NoticeView> page(String state, int page, int size) {
        var found = sql.list(
                SELECT + " where n.state = ? order by n.recorded_at, n.id limit ? offset ?",
                FormerPlaceNotices::view,
                state,
                size,
                (page - 1) * size);
        audit.read(
                "former-place-notices", state, caller.get().scope().division().from());
        return new Page<>(
                found, page, size, sql.count("select count(*) from former_place_notice where state = ?", state));
    }

    /** 办结: told, or not to be told after all; the note says how and to whom, or why not. */
    @Transactional
    public NoticeView close(NoticeId id, boolean told, String note) {
        var closed = sql.update(
                CLOSE + "id = ?",
                told ? "DONE" : "WITHDRAWN",
                note,
                caller.get().id(),
                OffsetDateTime.now(clock),
                id.value());
        var notice = one(id);
        if (closed == 0) {
            throw new ProblemException(EnrollmentProblem.NOTICE_CLOSED, "此告知事项已办结，请查看结果。");
        }
        audit.changed(
                "former-place-notice",
                notice.personId(),
                persons.get(notice.personId()).divisionPath(),
                told ? "已告知原参保地" : "不需告知原参保地");
        return notice;
    }

    private NoticeView one(NoticeId id) {
        return sql.first(SELECT + " where n.id = ?", FormerPlaceNotices::view, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.NOTICE_UNKNOWN, "没有此告知事项，或不在您的辖区。"));
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        var article = row.getString(10);
        return new NoticeView(
                new NoticeId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class)),
                Masked.name(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                article.isEmpty() ? Optional.empty() : Optional.of(new CitationView(row.getString(9), article)),
                row.getString(11),
                said(row.getString(12)),
                row.getObject(13, OffsetDateTime.class),
                said(row.getString(14)),
                Optional.ofNullable(row.getObject(15, OffsetDateTime.class)));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }
}
