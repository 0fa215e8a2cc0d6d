package jumin.demo.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.util.stream.Collectors;
import jumin.demo.input.Villager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("青石村的人")
class VillageTest {

    @Test
    @DisplayName("66 人 22 户，证件号码互不相同")
    void sixtySixPeopleInTwentyTwoHouseholds() {
        var people = Village.people();

        assertEquals(66, people.size());
        assertEquals(22, people.stream().map(Villager::household).distinct().count());
        assertEquals(66, people.stream().map(Villager::idNumber).distinct().count());
    }

    @Test
    @DisplayName("每户恰有一个户主，且不是错误行")
    void everyHouseholdHasOneHead() {
        var heads = Village.people().stream()
                .filter(person -> person.relation().equals("户主"))
                .toList();
        var parts = new Parts(Village.people());

        assertEquals(22, heads.stream().map(Villager::household).distinct().count());
        assertEquals(22, heads.size());
        assertFalse(heads.contains(parts.misspelt()) || heads.contains(parts.numberless()));
    }

    @Test
    @DisplayName("号码校验位按 GB 11643 正确，只有安排好的一个不对")
    void everyNumberHasItsCheckCharacter() {
        var wrong = Village.people().stream()
                .filter(person -> !IdcardUtil.isValidCard(person.idNumber()))
                .toList();
        var cast = new Parts(Village.people()).cast();

        assertTrue(wrong.isEmpty(), wrong.toString());
        assertFalse(IdcardUtil.isValidCard(cast.misspelt()));
        assertTrue(IdcardUtil.isValidCard(cast.stranger()) && IdcardUtil.isValidCard(cast.unknownPayer()));
    }

    @Test
    @DisplayName("号码都在宜春（3609）")
    void everyNumberBelongsToTheCity() {
        var areas = Village.people().stream()
                .map(person -> person.idNumber().substring(0, 4))
                .collect(Collectors.toSet());

        assertEquals(java.util.Set.of("3609"), areas);
    }

    @Test
    @DisplayName("新生儿登记时不满 90 天，老人年初满 60 周岁")
    void newbornAndElderHaveTheRightAge() {
        var cast = new Parts(Village.people()).cast();

        assertEquals(LocalDate.of(2024, 1, 2), bornOn(cast.newborn()));
        assertEquals(LocalDate.of(1964, 1, 1), bornOn(cast.urbanElder()));
    }

    private static LocalDate bornOn(String idNumber) {
        return Village.people().stream()
                .filter(person -> person.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow()
                .birth();
    }
}
