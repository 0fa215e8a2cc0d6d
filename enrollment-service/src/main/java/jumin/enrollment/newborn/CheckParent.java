package jumin.enrollment.newborn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.payment.CoverageSeen;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.feed.FeedPump;
import jumin.platform.personal.PersonalData;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 父母参保核对: anywhere in the area, since the text asks no more than that; with the view of the service. Who is covered when is
 * contribution's word, as its feed brought it; a word that may be too old is none, and a person decides by what is shown.
 * The clerk learns whether, and no more; the question is audited where the parent lives.
 */
@ApplicationScoped
public class CheckParent {

    private static final String SOURCE = "contribution";

    private final Divisions divisions;
    private final Persons persons;
    private final Enrollments enrollments;
    private final CoverageSeen coverage;
    private final FeedPump feeds;
    private final PersonalData personalData;
    private final Audit audit;
    private final Duration oldest;

    CheckParent(
            Divisions divisions,
            Persons persons,
            Enrollments enrollments,
            CoverageSeen coverage,
            FeedPump feeds,
            PersonalData personalData,
            Audit audit,
            @ConfigProperty(name = "jumin.parents-cover.oldest") Duration oldest) {
        this.divisions = divisions;
        this.persons = persons;
        this.enrollments = enrollments;
        this.coverage = coverage;
        this.feeds = feeds;
        this.personalData = personalData;
        this.audit = audit;
        this.oldest = oldest;
    }

    /** On the day of birth. What this system knows comes before what is shown on paper. */
    @Transactional
    public ParentCover run(DeceasedNewbornSubmission submission) {
        var recorded = Optional.ofNullable(submission.parentIdNumber())
                .flatMap(number -> parent(submission.divisionCode(), number))
                .map(parent -> recorded(parent, submission.birthDate()));
        return recorded.filter(ParentCover::insured)
                .or(() -> submission
                        .otherCover()
                        .map(shown -> ParentCover.plain(ParentCover.State.BY_EVIDENCE, "凭材料：" + shown)))
                .or(() -> recorded)
                .orElseGet(() -> unstated(submission));
    }

    private static ParentCover unstated(DeceasedNewbornSubmission submission) {
        return submission.parentIdNumber() == null
                ? ParentCover.plain(ParentCover.State.NOT_STATED, "没有填写父母一方的证件号码，也没有其他参保材料")
                : ParentCover.plain(ParentCover.State.NOT_ENROLLED, "本统筹区没有登记此证件号码");
    }

    private Optional<Person> parent(String divisionCode, String idNumber) {
        var index = personalData.blindIndex(IdentityCheck.normalize(idNumber));
        return divisions.find(divisionCode).map(Division::area).flatMap(area -> persons.byIdentity(area, index));
    }

    private ParentCover recorded(Person parent, LocalDate day) {
        audit.read("parent-cover", parent.id(), parent.divisionPath());
        if (enrollments.active(parent.id(), day.getYear()).isEmpty()) {
            return ParentCover.plain(ParentCover.State.NOT_ENROLLED, "父或母" + day.getYear() + "年度没有参保登记");
        }
        var seen = coverage.of(parent.id(), day.getYear());
        return ParentCover.judge(seen, day, feeds.age(SOURCE), oldest);
    }
}
