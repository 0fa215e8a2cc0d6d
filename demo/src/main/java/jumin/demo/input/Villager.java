package jumin.demo.input;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 村民: one person of the village as the village helper knows him, all invented.
 *
 * @param household number of the household in the roster
 * @param relation to the head, as the household booklet says
 * @param nation 民族
 * @param school national school code, or empty
 */
public record Villager(
        String household,
        String relation,
        String name,
        String idNumber,
        String nation,
        String phone,
        String school,
        String note) {

    public Villager ofNation(String other) {
        return new Villager(household, relation, name, idNumber, other, phone, school, note);
    }

    public Villager pupilOf(String code) {
        return new Villager(household, relation, name, idNumber, nation, phone, code, "在校学生");
    }

    public Villager withId(String other) {
        return new Villager(household, relation, name, other, nation, phone, school, note);
    }

    public LocalDate birth() {
        return LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    public String sex() {
        return (idNumber.charAt(16) - '0') % 2 == 1 ? "男" : "女";
    }
}
