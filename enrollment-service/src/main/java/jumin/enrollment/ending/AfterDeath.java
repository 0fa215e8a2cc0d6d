package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonStatus;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.BenefitYear;

/** 死亡登记之后: an enrollment that ended for another reason does not stand again when that reason falls away; death ends it. */
@ApplicationScoped
public class AfterDeath {

    /** 死亡新生儿: enrolled after the death, for the days of its life. */
    private static final String ENROLLED_DEAD = "deathDate";

    private final Endings endings;
    private final JudgeEnding judge;
    private final JsonColumn json;

    AfterDeath(Endings endings, JudgeEnding judge, JsonColumn json) {
        this.endings = endings;
        this.judge = judge;
        this.json = json;
    }

    /** 死亡新生儿的登记: its cover ends with the day of death that it says itself. */
    public boolean enrolledDead(Enrollment enrollment) {
        return json.tree(enrollment.facts()).hasNonNull(ENROLLED_DEAD);
    }

    /** Whether the person is dead, and the death would have ended this enrollment had it stood then. Years that were over are not. */
    public boolean ends(Person person, Enrollment enrollment) {
        var last = new BenefitYear(enrollment.benefitYear()).last();
        return person.status() == PersonStatus.DECEASED
                && !enrolledDead(enrollment)
                && endings.death(person.id())
                        .map(death -> !last.isBefore(death.submission().on()))
                        .orElse(true);
    }

    /**
     * It ends with the death; when the death is taken back, it stands again.
     *
     * @return false where the law is silent: then it stays as it was
     */
    public boolean end(Enrollment enrollment) {
        var death = endings.death(enrollment.person());
        var effect = death.map(one -> judge.run(
                        enrollment, EndingEvent.DEATH, one.submission().on()))
                .filter(EndingEffect::terminates);
        effect.ifPresent(ends -> {
            enrollment.terminate(death.orElseThrow().submission().on(), EndingEvent.DEATH.word());
            endings.reaches(death.orElseThrow(), ends);
        });
        return effect.isPresent();
    }
}
