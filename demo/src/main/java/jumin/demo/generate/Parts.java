package jumin.demo.generate;

import java.time.LocalDate;
import java.util.List;
import jumin.demo.input.Cast;
import jumin.demo.input.Villager;

/** Gives the parts of the story to the people of the village. */
final class Parts {

    /** In the list of civil affairs, living elsewhere. */
    static final String STRANGER = IdentityNumber.of("360924", LocalDate.of(1961, 6, 6), 412);

    private static final String UNKNOWN_PAYER = IdentityNumber.of("360983", LocalDate.of(1977, 2, 14), 305);
    private static final String HOUSEHOLD_OF_MISSPELT = "QS016";
    private static final String HOUSEHOLD_OF_NUMBERLESS = "QS019";

    private final List<Villager> people;

    Parts(List<Villager> people) {
        this.people = people;
    }

    Cast cast() {
        return new Cast(
                named("李守田"),
                named("周满生"),
                named("钟招娣"),
                named("晏建国"),
                STRANGER,
                named("胡春生"),
                named("刘安然"),
                named("彭雨欣"),
                named("阿依古丽·买买提"),
                named("黄㼆"),
                named("易𠮷"),
                IdentityNumber.misspelt(misspelt().idNumber()),
                numberless().name(),
                named("欧阳明"),
                named("谢兰花"),
                named("罗建平"),
                UNKNOWN_PAYER);
    }

    /** The son whose number was copied wrongly. */
    Villager misspelt() {
        return thirdOf(HOUSEHOLD_OF_MISSPELT);
    }

    /** The child whose number was left out. */
    Villager numberless() {
        return thirdOf(HOUSEHOLD_OF_NUMBERLESS);
    }

    private Villager thirdOf(String household) {
        return people.stream()
                .filter(person -> person.household().equals(household))
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    private String named(String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .idNumber();
    }
}
