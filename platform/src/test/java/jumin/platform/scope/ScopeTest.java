package jumin.platform.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final String TOWNSHIP = "360900/360902/360902199/";

    @Test
    @DisplayName("辖区：本级和下级在内，同前缀的别的乡镇不在内")
    void aDivisionHoldsItselfAndWhatIsBelow() {
        var range = Scope.ofDivision(TOWNSHIP).division();

        assertTrue(range.contains(TOWNSHIP));
        assertTrue(range.contains(TOWNSHIP + "360902199201/"));
        assertFalse(range.contains("360900/360902/"));
        assertFalse(range.contains("360900/360902/3609021990/"));
        assertFalse(range.contains("360900/360902/360902198/"));
        assertFalse(range.contains("-"));
    }

    @Test
    @DisplayName("机构：只有自己，编号更长的不在内；辖区不限")
    void aProviderHoldsItselfOnly() {
        var scope = Scope.ofProvider("H36090200001");

        assertTrue(scope.provider().contains("H36090200001"));
        assertFalse(scope.provider().contains("H360902000011"));
        assertFalse(scope.provider().contains("-"));
        assertTrue(scope.division().contains(TOWNSHIP));
    }

    @Test
    @DisplayName("两种限制取交集；没有交集就什么也看不到")
    void restrictionsIntersect() {
        var county = Scope.ofDivision("360900/360902/");
        var township = Scope.ofDivision(TOWNSHIP);

        assertEquals(township, county.and(township));
        assertEquals(
                Scope.Range.NOTHING,
                township.and(Scope.ofDivision("360900/360902/360902198/")).division());
        assertFalse(Scope.NOTHING.and(Scope.ALL).division().contains(TOWNSHIP));
    }

    @Test
    @DisplayName("空的辖区不是全部，而是没有")
    void anEmptyDivisionIsNothing() {
        assertFalse(Scope.ofDivision("").division().contains(TOWNSHIP));
    }
}
