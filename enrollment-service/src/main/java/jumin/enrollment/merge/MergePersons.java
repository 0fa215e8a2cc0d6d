package jumin.enrollment.merge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonGone;
import jumin.enrollment.person.PersonLine;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.PublishPerson;
import jumin.enrollment.person.RewritePerson;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 合并重复登记: a link with reason and actor. Identity documents stay where they are and lead to the survivor. */
@ApplicationScoped
public class MergePersons {

    private final Persons persons;
    private final RewritePerson rewrite;
    private final PublishPerson publish;
    private final MergedHome home;
    private final CarryEnrollments enrollments;
    private final Recognitions recognitions;
    private final DecideSubsidies subsidies;
    private final Merges merges;
    private final Event<PersonGone> gone;
    private final Audit audit;
    private final Clock clock;

    MergePersons(
            Persons persons,
            RewritePerson rewrite,
            PublishPerson publish,
            MergedHome home,
            CarryEnrollments enrollments,
            Recognitions recognitions,
            DecideSubsidies subsidies,
            Merges merges,
            Event<PersonGone> gone,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.rewrite = rewrite;
        this.publish = publish;
        this.home = home;
        this.enrollments = enrollments;
        this.recognitions = recognitions;
        this.subsidies = subsidies;
        this.merges = merges;
        this.gone = gone;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MergeView run(MergeSubmission submission) {
        return view(merge(submission));
    }

    /** 试算: the merge itself, taken back before anybody sees it. */
    public MergeTrialView trial(MergeSubmission submission) {
        QuarkusTransaction.begin();
        Tried tried;
        try {
            tried = tried(submission);
        } finally {
            QuarkusTransaction.rollback();
        }
        QuarkusTransaction.requiringNew()
                .run(() -> audit.read("merge-trial", submission.survivorId(), tried.divisionPath()));
        return tried.view();
    }

    private record Tried(MergeTrialView view, String divisionPath) {}

    private Tried tried(MergeSubmission submission) {
        var merge = merge(submission);
        var survivor = persons.get(merge.survivor());
        var carried = merge.carried();
        var effect = new MergeTrialView(
                PersonLine.of(survivor),
                PersonLine.of(persons.get(merge.merged())),
                enrollments.years(carried, true),
                enrollments.years(carried, false),
                carried.recognitions().size(),
                carried.home().isPresent());
        return new Tried(effect, survivor.divisionPath());
    }

    private Merges.Merge merge(MergeSubmission submission) {
        home.lock(submission.survivorId(), submission.mergedId());
        persons.lock(List.of(submission.survivorId(), submission.mergedId()));
        var survivor = persons.unmerged(submission.survivorId());
        var merged = persons.unmerged(submission.mergedId());
        plausible(survivor, merged);
        var left = home.leave(merged, submission.reason());
        var moved = recognitions.carry(merged.id(), survivor.id());
        var carried = new Carried(enrollments.over(merged, survivor), moved, left, Optional.of(merged.status()));
        subsidies.ofPersons(List.of(survivor.id()));
        recognitions.publish(survivor.area(), List.of(survivor.id(), merged.id()));
        rewrite.run(
                merged,
                RecordChange.since(RecordChange.Word.MERGED, LocalDate.now(clock), submission.reason()),
                duplicate -> {
                    duplicate.live(survivor.divisionPath(), Optional.empty());
                    duplicate.mergeInto(survivor.id());
                });
        publish.run(survivor);
        gone.fire(new PersonGone(merged.id(), "此登记已合并到同一人的另一登记"));
        return merges.get(merges.add(merged, survivor, submission, carried));
    }

    /** Name and birth date both different: rather a slip of the clerk than one person. Nobody is dead and alive. */
    private static void plausible(Person survivor, Person merged) {
        if (survivor.id().equals(merged.id())) {
            throw ProblemException.field(
                    EnrollmentProblem.MERGE_IMPLAUSIBLE, "/mergedId", "保留的和并入的是同一条登记", "请选择两条不同的登记");
        }
        if (!survivor.area().equals(merged.area())) {
            throw new ProblemException(EnrollmentProblem.MERGE_IMPLAUSIBLE, "两条登记不在同一统筹区，请按重复参保处理，不能合并。");
        }
        if ((survivor.status() == PersonStatus.DECEASED) != (merged.status() == PersonStatus.DECEASED)) {
            throw new ProblemException(
                    EnrollmentProblem.MERGE_IMPLAUSIBLE, "两条登记中只有一条已登记死亡：确已死亡的，先在另一条登记死亡；登记有误的，请县级撤销死亡登记，再办理合并。");
        }
        if (!survivor.name().equals(merged.name()) && !survivor.birthDate().equals(merged.birthDate())) {
            throw new ProblemException(EnrollmentProblem.MERGE_IMPLAUSIBLE, "两条登记的姓名和出生日期都不同；确为一人的，请先更正其中一条，再办理合并。");
        }
    }

    MergeView view(Merges.Merge merge) {
        var carried = merge.carried();
        var own = carried.enrollments().stream()
                .filter(one -> one.successor().isEmpty())
                .count();
        return new MergeView(
                merge.id(),
                PersonLine.of(persons.get(merge.survivor())),
                PersonLine.of(persons.get(merge.merged())),
                merge.reason(),
                merge.evidence(),
                merge.actor(),
                merge.recordedAt(),
                (int) (carried.enrollments().size() - own),
                (int) own,
                carried.recognitions().size(),
                enrollments.since(merge.survivor(), carried, merge.recordedAt()),
                merge.undoneAt(),
                Stream.of(merge.undoReason())
                        .filter(reason -> !reason.isEmpty())
                        .findFirst());
    }
}
