package jumin.demo.generate;

import java.util.List;
import jumin.demo.input.Cast;
import jumin.demo.input.SpecialGroups;
import jumin.demo.input.SpecialGroups.Row;
import jumin.demo.input.Villager;

/** 民政部门的名单: right but for one name written with another character and one person of another place. */
final class CivilAffairs {

    private static final String FROM = "2024-01-01";

    private final List<Villager> people;
    private final Cast cast;

    CivilAffairs(List<Villager> people, Cast cast) {
        this.people = people;
        this.cast = cast;
    }

    SpecialGroups list() {
        var poor = household(cast.patient()).stream()
                .map(person -> row(person.idNumber(), person.name(), "minimum_living"));
        var others = List.of(
                row(cast.hardship(), "周满生", "special_hardship"),
                row(cast.both(), "钟招娣", "minimum_living"),
                row(cast.both(), "钟招娣", "special_hardship"),
                row(cast.urbanElder(), "胡春生", "low_income_urban"),
                row(cast.renamed(), "晏健国", "minimum_living"),
                row(cast.stranger(), "毛四海", "minimum_living"));
        return new SpecialGroups(
                "2024-01",
                "FULL",
                java.util.stream.Stream.concat(poor, others.stream()).toList());
    }

    private List<Villager> household(String idNumber) {
        var number = people.stream()
                .filter(person -> person.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow()
                .household();
        return people.stream()
                .filter(person -> person.household().equals(number))
                .toList();
    }

    private static Row row(String idNumber, String name, String category) {
        return new Row(idNumber, name, category, FROM);
    }
}
