package jumin.demo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.demo.input.Villager;

/** 一户人家, told member by member. */
final class Family {

    private static final String COUNTY = "360902";
    private static final String HAN = "汉族";

    private final String number;
    private final List<Villager> members = new ArrayList<>();

    private Family(String number) {
        this.number = number;
    }

    static Family number(int number) {
        return new Family("QS%03d".formatted(number));
    }

    Family man(String relation, String name, String birth) {
        return member(relation, name, LocalDate.parse(birth), true);
    }

    Family woman(String relation, String name, String birth) {
        return member(relation, name, LocalDate.parse(birth), false);
    }

    Family member(String relation, String name, LocalDate birth, boolean man) {
        // The household number and the place in it make the sequence, so that no two persons share a number.
        int sequence = (Integer.parseInt(number.substring(2)) * 20 + members.size() * 2) % 900 + 20 + (man ? 1 : 0);
        var id = IdentityNumber.of(COUNTY, birth, sequence);
        members.add(new Villager(number, relation, name, id, HAN, phone(), "", ""));
        return this;
    }

    /** Of the member told last. */
    Family nation(String nation) {
        members.add(members.removeLast().ofNation(nation));
        return this;
    }

    /** The member told last goes to this school. */
    Family pupilOf(String school) {
        members.add(members.removeLast().pupilOf(school));
        return this;
    }

    List<Villager> members() {
        return List.copyOf(members);
    }

    // The head's telephone serves the family, as rosters have it; 1390000xxxx is nobody's.
    private String phone() {
        return members.isEmpty() ? "1390000" + "%04d".formatted(1000 + Integer.parseInt(number.substring(2))) : "";
    }
}
