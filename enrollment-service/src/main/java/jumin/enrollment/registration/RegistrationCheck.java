package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.RegistrationLaw;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.PersonCheck;
import jumin.enrollment.person.PersonFacts;

/** 参保登记核验: the person's own facts, and what the law of the area says about this kind of enrollment. */
@ApplicationScoped
public class RegistrationCheck {

    private static final int OLDEST_BIRTH_CERTIFICATE_YEARS = 1;

    private final RegistrationLaw law;
    private final Clock clock;

    RegistrationCheck(RegistrationLaw law, Clock clock) {
        this.law = law;
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
        year(wish, today).ifPresent(findings::add);
        document(area, written.idType(), wish, today).ifPresent(findings::add);
        facts.ifPresent(known -> age(area, known, wish, today).ifPresent(findings::add));
        var refused = findings.stream().anyMatch(Finding::isError);
        return new Checked(refused ? Optional.empty() : facts, findings);
    }

    private static Optional<Finding> year(EnrollmentWish wish, LocalDate today) {
        return Math.abs(wish.benefitYear() - today.getYear()) > 1
                ? Optional.of(Finding.error(
                        "benefitYear",
                        "BENEFIT_YEAR",
                        "参保年度只能是上年、本年或次年",
                        "请填写" + today.getYear() + "或" + (today.getYear() + 1)))
                : Optional.empty();
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

    private Optional<Finding> age(String area, PersonFacts facts, EnrollmentWish wish, LocalDate today) {
        if (wish.type() != EnrollmentType.NEWBORN) {
            return Optional.empty();
        }
        if (facts.birthDate().plusYears(OLDEST_BIRTH_CERTIFICATE_YEARS).isBefore(today)) {
            return Optional.of(Finding.error("type", "NOT_A_NEWBORN", "出生已满一年，不是新生儿", "参保类型请改为普通居民")
                    .under(Topic.NEWBORN));
        }
        return law.newbornInTime(area, facts.birthDate(), today)
                ? Optional.empty()
                : Optional.of(Finding.warning("type", "NEWBORN_LATE", "已超过新生儿办理期限，待遇按普通居民计算", "请告知监护人待遇起始日期，并核对出生日期")
                        .under(Topic.NEWBORN));
    }
}
