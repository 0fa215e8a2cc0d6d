package jumin.enrollment.roster;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.enrollment.division.Division;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.PersonFacts;
import jumin.enrollment.person.Sex;
import jumin.enrollment.registration.EnrollmentWish;
import jumin.enrollment.school.School;
import jumin.enrollment.table.WrittenDate;

/** 读一行: turns the words of a row into what a registration asks for; says which words it does not understand. */
final class ReadRow {

    private final RosterHeader header;
    private final List<String> cells;
    private final List<Finding> findings = new ArrayList<>();

    ReadRow(RosterHeader header, List<String> cells) {
        this.header = header;
        this.cells = cells;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @param ofSchool whose pupil this is, where the school sends the roster */
    PersonFacts.Written person(Optional<String> ofSchool) {
        var school = text(RosterColumn.SCHOOL);
        if (ofSchool.isPresent()
                && !school.isEmpty()
                && !IdentityCheck.normalize(school).equals(ofSchool.get())) {
            findings.add(Finding.error("school", "OTHER_SCHOOL", "本行的学校代码不是本校", "学校只报送本校学生；请改正或删去学校代码"));
        }
        return new PersonFacts.Written(
                text(RosterColumn.NAME),
                word(RosterColumn.ID_TYPE, IdType::read).orElse(IdType.RESIDENT_ID),
                text(RosterColumn.ID_NUMBER),
                date(RosterColumn.BIRTH_DATE, "birthDate"),
                word(RosterColumn.SEX, Sex::read),
                text(RosterColumn.PHONE),
                ofSchool.orElse(school));
    }

    /** @param sender whose pupils these are, where a school sends the roster: of a university all are college students */
    EnrollmentWish wish(int benefitYear, Optional<School> sender, boolean bySchool) {
        var facts = new EnrollmentFacts(
                date(RosterColumn.RECOGNISED_DATE, "recognizedDate").orElse(null),
                word(RosterColumn.NEXT_YEAR_ONLY, ReadRow::yes).orElse(null),
                date(RosterColumn.DISCHARGE_DATE, "dischargeDateFromService").orElse(null),
                date(RosterColumn.EVENT_DATE, "eventDate").orElse(null),
                null,
                null,
                null,
                Optional.of(text(RosterColumn.EVIDENCE))
                        .filter(written -> !written.isEmpty())
                        .orElse(null));
        var type = word(RosterColumn.TYPE, EnrollmentType::read)
                .orElse(
                        sender.filter(School::isUniversity).isPresent()
                                ? EnrollmentType.COLLEGE_STUDENT
                                : EnrollmentType.ORDINARY);
        return new EnrollmentWish(benefitYear, type, facts, bySchool);
    }

    /** Empty text when it is not filled in: then there is an error finding. */
    HouseholdKey household(Division village) {
        var written = text(RosterColumn.VILLAGE);
        if (!written.isEmpty() && !written.equals(village.name()) && !written.equals(village.code())) {
            findings.add(Finding.error(
                    "divisionCode", "OTHER_VILLAGE", "本行的村与所选导入的村（" + village.name() + "）不一致", "请按村分开导入，或改正村名"));
        }
        var number = Normalizer.normalize(text(RosterColumn.HOUSE_NUMBER), Normalizer.Form.NFKC);
        if (number.isEmpty() || number.length() > 30) {
            findings.add(Finding.error("houseNumber", "HOUSE_NUMBER", "户编号未填或过长", "同一户各成员填写相同的户编号"));
        }
        return new HouseholdKey(village.path(), number);
    }

    Optional<Relation> relation() {
        if (text(RosterColumn.RELATION).isEmpty()) {
            findings.add(Finding.error("relation", "RELATION_MISSING", "与户主关系未填", "请填写户主、配偶、子、女等"));
            return Optional.empty();
        }
        return word(RosterColumn.RELATION, Relation::read);
    }

    String address() {
        return text(RosterColumn.ADDRESS);
    }

    String text(RosterColumn column) {
        return header.cell(cells, column);
    }

    private Optional<LocalDate> date(RosterColumn column, String field) {
        var written = text(column);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var day = WrittenDate.read(written);
        if (day.isEmpty()) {
            findings.add(Finding.error(field, "DATE", "不是日期", "请写成 2024-03-05"));
        }
        return day;
    }

    private <T> Optional<T> word(RosterColumn column, Function<String, Optional<T>> reading) {
        var written = Normalizer.normalize(text(column), Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var read = reading.apply(written);
        if (read.isEmpty()) {
            findings.add(
                    Finding.error(column.field(), column.name() + "_WORD", column.title() + "中的词不认识", "请从模板的下拉列表中选择"));
        }
        return read;
    }

    private static Optional<Boolean> yes(String text) {
        return switch (text) {
            case "是", "Y", "y", "1" -> Optional.of(true);
            case "否", "N", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
