package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.category.RecogniseNamed;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.RegistrationLaw;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.PersonCheck;
import jumin.enrollment.person.PersonFacts;
import jumin.platform.personal.PersonalData;

/** 参保登记核验: the person's own facts, and what the law of the area says about this kind of enrollment. */
@ApplicationScoped
public class RegistrationCheck {

    private final RegistrationLaw law;
    private final WishCheck wishes;
    private final PersonalData personalData;
    private final Clock clock;

    RegistrationCheck(RegistrationLaw law, WishCheck wishes, PersonalData personalData, Clock clock) {
        this.personalData = personalData;
        this.law = law;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** What was found, and the facts when nothing is an error. */
    public record Checked(Optional<PersonFacts> facts, List<Finding> findings) {

        public Checked {
            findings = List.copyOf(findings);
        }
    }

    public Checked run(String area, PersonFacts.Written written, EnrollmentWish wish) {
        var today = LocalDate.now(clock);
        var check = new PersonCheck(today);
        var facts = check.check(written);
        var findings = new ArrayList<>(check.findings());
        document(area, written.idType(), wish, today).ifPresent(findings::add);
        facts.ifPresentOrElse(
                known -> findings.addAll(wishes.run(enrolling(area, known, wish), wish)),
                () -> wishes.year(wish).ifPresent(findings::add));
        var refused = findings.stream().anyMatch(Finding::isError);
        return new Checked(refused ? Optional.empty() : facts, findings);
    }

    /** Lists are asked by number, and only for a type that rests on them. */
    private WishCheck.Enrolling enrolling(String area, PersonFacts known, EnrollmentWish wish) {
        var index = wish.type().restsOnRecognition()
                ? personalData.blindIndex(known.identity().number())
                : "";
        var named = new RecogniseNamed.Whose(index, known.name());
        return new WishCheck.Enrolling(area, known.birthDate(), known.school(), named);
    }

    /** The person's own facts alone, where the kind of enrollment is judged elsewhere. */
    public Checked facts(PersonFacts.Written written) {
        var check = new PersonCheck(LocalDate.now(clock));
        return new Checked(check.check(written), check.findings());
    }

    private Optional<Finding> document(String area, IdType type, EnrollmentWish wish, LocalDate today) {
        if (type == IdType.BIRTH_CERTIFICATE) {
            return wish.type() == EnrollmentType.NEWBORN
                    ? Optional.empty()
                    : Optional.of(Finding.error(
                                    "idType", "BIRTH_CERTIFICATE_NOT_NEWBORN", "出生医学证明只用于新生儿参保", "请填写身份证号码，或将参保类型改为新生儿")
                            .under(Topic.IDENTITY_DOCUMENT));
        }
        return law.refusesDocument(area, type.lawWord(), today)
                .map(reason -> Finding.error("idType", "IDENTITY_DOCUMENT", reason, "请换用有效身份证件")
                        .under(Topic.IDENTITY_DOCUMENT));
    }
}
