package jumin.enrollment.subsidy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.grant.Grant;
import jumin.enrollment.grant.Grants;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.school.ConfirmationState;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.platform.feed.Feed;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 资助参保核定: decides, stores what is new, and publishes the enrollment with it. Deciding twice changes nothing. */
@ApplicationScoped
public class DecideSubsidies {

    private static final String KIND = "enrollment";

    private final SubsidyLaw law;
    private final SubsidyDecisions decisions;
    private final SubsidyRedos redos;
    private final Recognitions recognitions;
    private final Standards standards;
    private final Grants grants;
    private final StudentConfirmations confirmations;
    private final Enrollments enrollments;
    private final EndedEnrollments ended;
    private final Sql sql;
    private final JsonColumn json;
    private final Feed feed;
    private final Clock clock;

    DecideSubsidies(
            SubsidyLaw law,
            SubsidyDecisions decisions,
            SubsidyRedos redos,
            Recognitions recognitions,
            Standards standards,
            Grants grants,
            StudentConfirmations confirmations,
            Enrollments enrollments,
            EndedEnrollments ended,
            Sql sql,
            JsonColumn json,
            Feed feed,
            Clock clock) {
        this.law = law;
        this.decisions = decisions;
        this.redos = redos;
        this.recognitions = recognitions;
        this.standards = standards;
        this.grants = grants;
        this.confirmations = confirmations;
        this.enrollments = enrollments;
        this.ended = ended;
        this.sql = sql;
        this.json = json;
        this.feed = feed;
        this.clock = clock;
    }

    /** Facts that no other service asks for: free text of the counter. */
    private static final List<String> OWN = List.of("evidence", "ground");

    private record AreaYear(String area, int benefitYear) {}

    /** How many decisions are new. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int run(List<Enrollment> wanted) {
        return decide(wanted).size();
    }

    /**
     * After somebody's word on an enrollment: decides again, and tells the other services in any case, since the word itself changes
     * what the enrollment is to them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(List<Enrollment> said) {
        var decided = decide(said).keySet();
        publishAll(said.stream()
                .filter(enrollment -> !decided.contains(enrollment))
                .toList());
    }

    /** What is new of it; what was listed to redo, for a year that was over or an enrollment that had ended, is done with it. */
    private Map<Enrollment, SubsidyOutcome> decide(List<Enrollment> wanted) {
        var active = wanted.stream()
                .filter(enrollment -> enrollment.state() == EnrollmentState.ENROLLED)
                .toList();
        if (active.isEmpty()) {
            return Map.of();
        }
        lock(active);
        var fresh = fresh(active, current(active));
        keep(fresh);
        redos.settle(active.stream().map(Enrollment::id).toList());
        return fresh;
    }

    /** Of enrollments that this transaction has added: nothing was decided before, and nobody else knows of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void first(List<Enrollment> added) {
        var decided = fresh(added, Map.of());
        decisions.add(decided);
        tell(decided);
    }

    private void keep(Map<Enrollment, SubsidyOutcome> fresh) {
        decisions.replace(fresh);
        tell(fresh);
    }

    private void tell(Map<Enrollment, SubsidyOutcome> decided) {
        var confirmed = confirmations.of(decided.keySet().stream()
                .filter(enrollment -> enrollment.type().isCollege())
                .map(Enrollment::id)
                .toList());
        feed.publishAll(
                KIND,
                decided.entrySet().stream()
                        .map(one -> publication(one.getKey(), one.getValue(), said(confirmed, one.getKey())))
                        .toList());
    }

    /** What a review brought. @param listed on the list to redo */
    record Reviewed(int decided, int listed) {}

    /** Of a year that is over: decides what was held; what would be decided otherwise now is listed for a person. */
    @Transactional(Transactional.TxType.MANDATORY)
    Reviewed review(List<Enrollment> active) {
        if (active.isEmpty()) {
            return new Reviewed(0, 0);
        }
        lock(active);
        var known = current(active);
        var undecided = new LinkedHashMap<Enrollment, SubsidyOutcome>();
        var otherwise = new LinkedHashMap<Enrollment, SubsidyOutcome>();
        fresh(active, known).forEach((enrollment, outcome) -> {
            var stored = known.get(enrollment.id());
            var decided = stored != null && stored.outcome().state() == SubsidyOutcome.State.DECIDED;
            (decided ? otherwise : undecided).put(enrollment, outcome);
        });
        keep(undecided);
        return new Reviewed(undecided.size(), listed(active, otherwise, known));
    }

    /** What would be decided; stores and publishes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SubsidyOutcome trial(Enrollment enrollment) {
        return law.decide(
                enrollment,
                new SubsidyLaw.Known(
                        standards.hold(enrollment.area(), enrollment.benefitYear()),
                        grants.inForce(enrollment.area(), enrollment.benefitYear()),
                        recognitions.of(List.of(enrollment.person())).getOrDefault(enrollment.person(), List.of()),
                        said(confirmations.of(List.of(enrollment.id())), enrollment)));
    }

    /**
     * After a recognition came or went: all enrollments in force of these persons.
     * What was decided about a year that is over is not changed by the way: it comes on the list to redo.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int ofPersons(Collection<PersonId> persons) {
        var thisYear = LocalDate.now(clock).getYear();
        var byEnd = enrollments.activeOf(persons).stream()
                .collect(Collectors.partitioningBy(enrollment -> enrollment.benefitYear() < thisYear));
        compare(ended.of(persons));
        return run(byEnd.get(false)) + review(byEnd.get(true)).decided();
    }

    /** 已终止的: nothing is decided about them any more. What would be decided otherwise now is listed, for contribution has the money. */
    private void compare(List<Enrollment> terminated) {
        if (terminated.isEmpty()) {
            return;
        }
        var known = current(terminated);
        var otherwise = new LinkedHashMap<>(fresh(terminated, known));
        otherwise
                .keySet()
                .removeIf(enrollment -> !known.containsKey(enrollment.id())
                        || known.get(enrollment.id()).outcome().state() != SubsidyOutcome.State.DECIDED);
        listed(terminated, otherwise, known);
    }

    /** What is not said otherwise leaves the list. How many are on it with these. */
    private int listed(
            List<Enrollment> compared,
            Map<Enrollment, SubsidyOutcome> otherwise,
            Map<EnrollmentId, SubsidyDecisions.Stored> known) {
        redos.settle(compared.stream()
                .filter(enrollment -> !otherwise.containsKey(enrollment))
                .map(Enrollment::id)
                .toList());
        return redos.list(otherwise, known);
    }

    /** Tells the other services an enrollment whose state changed, with the decision that stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Enrollment enrollment) {
        publishAll(List.of(enrollment));
    }

    /** The same of many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(List<Enrollment> changed) {
        var current = current(changed);
        var standing = new LinkedHashMap<Enrollment, SubsidyOutcome>();
        changed.forEach(enrollment ->
                standing.put(enrollment, current.get(enrollment.id()).outcome()));
        tell(standing);
    }

    /** Whom the school does not know as its student is none: neither for the treasury nor for the benefit period. */
    private Feed.Publication publication(Enrollment enrollment, SubsidyOutcome outcome, ConfirmationState student) {
        var refused = enrollment.type().isCollege() && student == ConfirmationState.REFUSED;
        return new Feed.Publication(
                enrollment.person().toString(),
                EnrollmentPublished.of(
                        enrollment,
                        refused ? EnrollmentType.ORDINARY : enrollment.type(),
                        ((ObjectNode) json.tree(enrollment.facts())).without(OWN),
                        outcome,
                        json.tree(outcome.facts())));
    }

    /** In one order for everybody. */
    private void lock(List<Enrollment> active) {
        sql.list(
                "select id from enrollment where id = any (?::uuid[]) order by id for update",
                row -> row.getString(1),
                active.stream().map(enrollment -> enrollment.id().toString()).toList());
    }

    private Map<EnrollmentId, SubsidyDecisions.Stored> current(List<Enrollment> enrollments) {
        return decisions.current(enrollments.stream().map(Enrollment::id).toList());
    }

    /** @param known what was decided before; only what says something else is given back */
    private Map<Enrollment, SubsidyOutcome> fresh(
            List<Enrollment> active, Map<EnrollmentId, SubsidyDecisions.Stored> known) {
        var recognised = recognitions.of(
                active.stream().map(Enrollment::person).distinct().toList());
        var confirmed = confirmations.of(active.stream()
                .filter(enrollment -> enrollment.type().isCollege())
                .map(Enrollment::id)
                .toList());
        var ofYear = new HashMap<AreaYear, Optional<Standard>>();
        var grantsOf = new HashMap<AreaYear, List<Grant>>();
        var fresh = new LinkedHashMap<Enrollment, SubsidyOutcome>();
        for (var enrollment : active) {
            var areaYear = new AreaYear(enrollment.area(), enrollment.benefitYear());
            var standard = ofYear.computeIfAbsent(areaYear, year -> standards.hold(year.area(), year.benefitYear()));
            var granted = grantsOf.computeIfAbsent(areaYear, year -> grants.inForce(year.area(), year.benefitYear()));
            var own = recognised.getOrDefault(enrollment.person(), List.of());
            var outcome =
                    law.decide(enrollment, new SubsidyLaw.Known(standard, granted, own, said(confirmed, enrollment)));
            if (isNews(known, enrollment.id(), outcome)) {
                fresh.put(enrollment, outcome);
            }
        }
        return fresh;
    }

    private static ConfirmationState said(Map<EnrollmentId, StudentConfirmation> confirmed, Enrollment enrollment) {
        var standing = confirmed.get(enrollment.id());
        return standing == null ? ConfirmationState.PENDING : standing.state();
    }

    private static boolean isNews(
            Map<EnrollmentId, SubsidyDecisions.Stored> known, EnrollmentId enrollment, SubsidyOutcome outcome) {
        var stored = known.get(enrollment);
        return stored == null || !stored.outcome().saysTheSameAs(outcome);
    }
}
