package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.household.Members;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonGone;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.RewritePerson;

/** 身故: the person's record and household; a household that lost its head is not kept from mourning, only reminded. */
@ApplicationScoped
public class Deaths {

    private final RewritePerson rewrite;
    private final RewriteHousehold households;
    private final Memberships memberships;
    private final Endings endings;
    private final Event<PersonGone> gone;
    private final Clock clock;

    Deaths(
            RewritePerson rewrite,
            RewriteHousehold households,
            Memberships memberships,
            Endings endings,
            Event<PersonGone> gone,
            Clock clock) {
        this.rewrite = rewrite;
        this.households = households;
        this.memberships = memberships;
        this.endings = endings;
        this.gone = gone;
        this.clock = clock;
    }

    /** The person is dead since that day and no longer lives in a household; enrollments are left to the caller. */
    public LeftHousehold record(Person person, LocalDate on, String reason) {
        var left = memberships
                .of(person.id())
                .map(member -> leave(member, on, reason))
                .orElse(LeftHousehold.NONE);
        rewrite.run(person, change(RecordChange.Word.ENDED, reason), dead -> dead.become(PersonStatus.DECEASED));
        gone.fire(new PersonGone(person.id(), "此人已登记死亡"));
        return left;
    }

    /** 死后登记: recorded as an ending too, that ends no enrollment, so that a mistake can be taken back like any other. */
    public void recordWithoutCover(Person person, LocalDate on, String reason, String evidence) {
        var left = record(person, on, reason);
        endings.add(person, new EndingSubmission(EndingEvent.DEATH, on, reason, evidence), List.of(), left);
    }

    /** Registered after the death, as happens when news is late: then the membership never was. */
    private LeftHousehold leave(Memberships.Open member, LocalDate on, String reason) {
        var from = on.plusDays(1).isBefore(member.from()) ? member.from() : on.plusDays(1);
        households.run(
                households.forChange(member.household()),
                change(RecordChange.Word.ENDED, reason),
                () -> memberships.leave(member, from, reason));
        return new LeftHousehold(Optional.of(member.household()), Optional.of(member.relation()), Optional.of(from));
    }

    void undo(Person person, LeftHousehold left, String reason) {
        left.household().ifPresent(id -> {
            var household = households.forChange(id);
            var hasHead = memberships.of(id).stream().anyMatch(member -> member.relation() == Relation.HEAD);
            var relation = left.relation()
                    .filter(was -> was != Relation.HEAD || !hasHead)
                    .orElse(Relation.OTHER);
            households.run(
                    household,
                    change(RecordChange.Word.RESTORED, reason),
                    () -> memberships.join(
                            new Members.NewMember(
                                    id,
                                    person.id(),
                                    household.divisionPath(),
                                    relation,
                                    left.leftOn().orElseThrow()),
                            reason));
        });
        rewrite.run(person, change(RecordChange.Word.RESTORED, reason), alive -> alive.become(PersonStatus.ACTIVE));
    }

    List<String> notes(PersonId person, EndingEvent event) {
        var notes = new ArrayList<String>();
        if (event == EndingEvent.DEATH
                && memberships
                        .of(person)
                        .filter(member -> member.relation() == Relation.HEAD)
                        .isPresent()) {
            notes.add("此人是户主，终止后请为该户变更户主。");
        }
        notes.add("退费在征缴服务受理，金额以征缴记录为准。");
        return notes;
    }

    private RecordChange change(RecordChange.Word word, String reason) {
        return RecordChange.since(word, LocalDate.now(clock), reason);
    }
}
