package jumin.enrollment.move;

import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;

import java.time.LocalDate;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;

/** A head, a spouse and a son in one household of the village. */
record Family(String houseNumber, String household, String head, String spouse, String son) {

    static Family inTheVillage() {
        var houseNumber = Demo.houseNumber();
        var head = member(houseNumber, "郑父", LocalDate.of(1970, 2, 3), true, "HEAD");
        var spouse = member(houseNumber, "何母", LocalDate.of(1972, 2, 3), false, "SPOUSE");
        var son = member(houseNumber, "郑子", LocalDate.of(1998, 2, 3), true, "SON");
        return new Family(houseNumber, Calls.household(head), head, spouse, son);
    }

    private static String member(String houseNumber, String name, LocalDate birth, boolean male, String relation) {
        var person = person(name, idNumber(birth, male));
        person.put("houseNumber", houseNumber);
        person.put("relation", relation);
        return registered(person);
    }
}
