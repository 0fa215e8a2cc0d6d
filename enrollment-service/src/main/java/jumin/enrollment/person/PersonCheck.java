package jumin.enrollment.person;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.Topic;

/** 人员信息核验: all checks of one person's facts; finds everything at once, so that nobody corrects one error at a time. */
public final class PersonCheck {

    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    public PersonCheck(LocalDate today) {
        this.today = today;
    }

    /** Facts when nothing is wrong; {@link #findings()} says what is. */
    public Optional<PersonFacts> check(PersonFacts.Written written) {
        var name = name(written.name());
        var identity = identity(written);
        var birth = identity.flatMap(accepted -> birthDate(accepted, written.birthDate()));
        var sex = identity.flatMap(accepted -> sex(accepted, written.sex()));
        var phone = phone(written.phone());
        var school = school(written.school());
        if (findings.stream().anyMatch(Finding::isError)) {
            return Optional.empty();
        }
        return Optional.of(new PersonFacts(
                name.orElseThrow(),
                written.name(),
                identity.orElseThrow().identity(),
                birth.orElseThrow(),
                sex.orElseThrow(),
                phone,
                school,
                findings));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Optional<String> name(String written) {
        return switch (NameCheck.of(written)) {
            case NameCheck.Accepted accepted -> {
                findings.addAll(accepted.findings());
                yield Optional.of(accepted.name());
            }
            case NameCheck.Rejected rejected -> {
                findings.add(rejected.finding());
                yield Optional.empty();
            }
        };
    }

    private Optional<IdentityCheck.Accepted> identity(PersonFacts.Written written) {
        return switch (IdentityCheck.of(written.idType(), written.idNumber(), today)) {
            case IdentityCheck.Accepted accepted -> {
                findings.addAll(accepted.findings());
                yield Optional.of(accepted);
            }
            case IdentityCheck.Rejected rejected -> {
                findings.add(rejected.finding());
                yield Optional.empty();
            }
        };
    }

    private Optional<LocalDate> birthDate(IdentityCheck.Accepted identity, Optional<LocalDate> written) {
        if (identity.birthDate().isPresent()
                && written.isPresent()
                && !identity.birthDate().equals(written)) {
            findings.add(Finding.warning("birthDate", "BIRTH_DATE_DIFFERS", "出生日期与证件号码不一致，按证件号码登记", "请核对出生日期")
                    .under(Topic.IDENTITY_DOCUMENT));
        }
        var birth = identity.birthDate().or(() -> written);
        if (birth.isEmpty()) {
            findings.add(
                    Finding.error("birthDate", "BIRTH_DATE_MISSING", "此类证件号码不含出生日期，出生日期必填", "请填写出生日期，如 2024-03-05"));
        }
        birth.flatMap(day -> IdentityCheck.birthDate(day, today)).ifPresent(findings::add);
        return birth;
    }

    private Optional<Sex> sex(IdentityCheck.Accepted identity, Optional<Sex> written) {
        if (identity.sex().isPresent() && written.isPresent() && !identity.sex().equals(written)) {
            findings.add(Finding.warning("sex", "SEX_DIFFERS", "性别与证件号码不一致，按证件号码登记", "请核对性别")
                    .under(Topic.IDENTITY_DOCUMENT));
        }
        var sex = identity.sex().or(() -> written);
        if (sex.isEmpty()) {
            findings.add(Finding.error("sex", "SEX_MISSING", "此类证件号码不含性别，性别必填", "请填写男或女"));
        }
        return sex;
    }

    private String phone(String written) {
        var phone = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        if (!phone.isEmpty() && !phone.matches("\\+?\\d{7,15}")) {
            findings.add(Finding.error("phone", "PHONE_SHAPE", "手机号应为数字", "请填写11位手机号，没有可不填"));
        }
        return phone;
    }

    private String school(String written) {
        var school = IdentityCheck.normalize(written);
        if (!school.isEmpty() && !school.matches("[A-Z0-9]{4,30}")) {
            findings.add(Finding.error("school", "SCHOOL_CODE", "学校应填学校代码（字母和数字）", "请向学校或县医保局查询学校代码")
                    .under(Topic.STUDENT));
        }
        return school.isEmpty() ? Person.NO_SCHOOL : school;
    }
}
