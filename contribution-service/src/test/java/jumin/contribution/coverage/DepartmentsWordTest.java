package jumin.contribution.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.TreeSet;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which kinds of registration are for a department to say, against the routes of all cities. */
class DepartmentsWordTest {

    private static final String SUBSIDISED = "subsidised";

    /** Nobody needs a list to see it. */
    private static final String NEWBORN = "newborn";

    @Test
    @DisplayName("与资助参保对象同一条享受路径的参保类别，都须由部门认定；新增一类而漏了的，这里变红")
    void whoeverSharesTheRouteOfTheSubsidisedIsNamedByADepartment() {
        var library = LawLibrary.load();
        var sharing = new TreeSet<String>();
        for (var area : library.areas()) {
            var law = library.law(area, LocalDate.of(2026, 1, 1), true);
            law.keys("entitlement.route.").stream()
                    .flatMap(key -> law.get(key).version().stream())
                    .flatMap(version -> version.content().find("for").stream())
                    .filter(types -> types.texts().contains(SUBSIDISED))
                    .forEach(types -> sharing.addAll(types.texts()));
        }
        sharing.remove(NEWBORN);
        assertFalse(sharing.isEmpty());
        assertEquals(sharing, new TreeSet<>(CoverageFacts.OF_DEPARTMENTS));
    }
}
