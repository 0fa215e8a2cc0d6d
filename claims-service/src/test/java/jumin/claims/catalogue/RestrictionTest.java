package jumin.claims.catalogue;

import static jumin.claims.catalogue.Restriction.Verdict.MET;
import static jumin.claims.catalogue.Restriction.Verdict.NOT_MET;
import static jumin.claims.catalogue.Restriction.Verdict.TO_VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestrictionTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-02");

    private static Restriction.Care care(String level, String diagnosis, String born) {
        return new Restriction.Care(level, diagnosis, Optional.ofNullable(born).map(LocalDate::parse));
    }

    private static Restriction ages(Integer from, Integer below) {
        return new Restriction("限年龄", List.of(), List.of(), from, below);
    }

    @Test
    @DisplayName("只有原文、没有条件的，由人核实")
    void aSentenceAloneIsForPeople() {
        var restriction = new Restriction("限急救、抢救", null, null, null, null);
        assertEquals(TO_VERIFY, restriction.of(care("tertiary", "I10", "1970-01-01"), DAY));
    }

    @Test
    @DisplayName("限机构级别、限诊断：都满足才支付")
    void allConditionsMustBeMet() {
        var restriction = new Restriction("限二级及以上；限高血压", List.of("secondary", "tertiary"), List.of("I10"), null, null);
        assertEquals(MET, restriction.of(care("secondary", "I10.x00", null), DAY));
        assertEquals(NOT_MET, restriction.of(care("primary", "I10.x00", null), DAY));
        assertEquals(NOT_MET, restriction.of(care("secondary", "E11.900", null), DAY));
    }

    @Test
    @DisplayName("限年龄：生日当天满岁；出生日期不明的由人核实，另有条件不符的仍不支付")
    void ageIsCompleteOnTheBirthday() {
        assertEquals(MET, ages(null, 14).of(care("tertiary", "J18", "2010-03-03"), DAY));
        assertEquals(NOT_MET, ages(null, 14).of(care("tertiary", "J18", "2010-03-02"), DAY));
        assertEquals(MET, ages(60, null).of(care("tertiary", "J18", "1964-03-02"), DAY));
        assertEquals(NOT_MET, ages(60, null).of(care("tertiary", "J18", "1964-03-03"), DAY));
        assertEquals(TO_VERIFY, ages(60, null).of(care("tertiary", "J18", null), DAY));
        assertEquals(
                NOT_MET,
                new Restriction("限三级；限老人", List.of("tertiary"), null, 60, null).of(care("primary", "J18", null), DAY));
    }
}
