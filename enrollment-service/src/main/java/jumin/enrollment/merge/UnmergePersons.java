package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.PublishPerson;
import jumin.enrollment.person.RewritePerson;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;

/** 撤销合并: two persons again; what was carried over goes back with what happened to it, what came new stays and is named. */
@ApplicationScoped
public class UnmergePersons {

    private final Merges merges;
    private final MergePersons merge;
    private final MergedHome home;
    private final CarryEnrollments enrollments;
    private final Recognitions recognitions;
    private final DecideSubsidies subsidies;
    private final Persons persons;
    private final RewritePerson rewrite;
    private final PublishPerson publish;
    private final Audit audit;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // undoing touches everything that merging touched
    UnmergePersons(
            Merges merges,
            MergePersons merge,
            MergedHome home,
            CarryEnrollments enrollments,
            Recognitions recognitions,
            DecideSubsidies subsidies,
            Persons persons,
            RewritePerson rewrite,
            PublishPerson publish,
            Audit audit,
            Clock clock) {
        this.merges = merges;
        this.merge = merge;
        this.home = home;
        this.enrollments = enrollments;
        this.recognitions = recognitions;
        this.subsidies = subsidies;
        this.persons = persons;
        this.rewrite = rewrite;
        this.publish = publish;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MergeView run(MergeId id, String reason) {
        var link = merges.get(id);
        merges.undone(id, reason);
        var survivor = persons.forChange(link.survivor());
        var merged = persons.forChange(link.merged());
        var path = home.back(link.merged(), link.carried().home(), reason);
        rewrite.run(merged, RecordChange.since(RecordChange.Word.UNMERGED, LocalDate.now(clock), reason), person -> {
            person.unmerge(link.carried().status().orElse(PersonStatus.ACTIVE));
            person.live(
                    path.orElse(person.divisionPath()), link.carried().home().map(Carried.Home::household));
        });
        recognitions.giveBack(link.carried().recognitions(), survivor.id(), merged.id());
        enrollments.back(link.carried());
        subsidies.ofPersons(List.of(survivor.id(), merged.id()));
        recognitions.publish(survivor.area(), List.of(survivor.id(), merged.id()));
        publish.run(survivor);
        audit.changed("person-merge", survivor.id(), survivor.divisionPath(), "撤销合并");
        return merge.view(merges.get(id));
    }

    @Transactional
    public MergeView one(MergeId id) {
        var link = merges.get(id);
        audit.read("person-merge", link.survivor(), persons.get(link.survivor()).divisionPath());
        return merge.view(link);
    }

    @Transactional
    public List<MergeView> ofPerson(PersonId id) {
        audit.read("person-merges", id, persons.get(id).divisionPath());
        return merges.ofPerson(id).stream().map(merge::view).toList();
    }
}
