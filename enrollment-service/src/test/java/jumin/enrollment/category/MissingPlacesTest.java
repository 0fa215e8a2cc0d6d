package jumin.enrollment.category;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.DivisionLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MissingPlacesTest {

    private static final List<Division> TREE = List.of(
            place("1/"),
            place("1/A/"),
            place("1/A/a/"),
            place("1/A/a/x/"),
            place("1/A/b/"),
            place("1/B/"),
            place("1/B/c/"));

    private static Division place(String path) {
        return new Division(path, Optional.empty(), path, DivisionLevel.COUNTY, path);
    }

    private static List<String> missing(Set<String> sent, Set<String> known) {
        return MissingPlaces.of(TREE, sent, known).stream().map(Division::path).toList();
    }

    @Test
    @DisplayName("未报的区划往大处说：只在有下级单独报送的地方才逐个列下级")
    void theLargestPlacesAreNamed() {
        assertEquals(List.of("1/A/b/", "1/B/"), missing(Set.of("1/A/a/"), Set.of("1/A/a/")));
        assertEquals(List.of("1/A/a/", "1/A/b/", "1/B/"), missing(Set.of(), Set.of("1/A/a/")));
        assertEquals(List.of("1/B/c/"), missing(Set.of("1/A/"), Set.of("1/A/a/", "1/B/c/")));
        assertEquals(List.of("1/A/a/", "1/B/"), missing(Set.of("1/A/b/"), Set.of("1/A/b/")));
    }

    @Test
    @DisplayName("各份合起来是全统筹区的，没有未报的；一份也没有的是全统筹区")
    void partsMakeUpTheWhole() {
        assertEquals(List.of(), missing(Set.of("1/A/a/", "1/A/b/", "1/B/"), Set.of()));
        assertEquals(List.of(), missing(Set.of("1/"), Set.of("1/A/a/")));
        assertEquals(List.of("1/"), missing(Set.of(), Set.of()));
    }
}
