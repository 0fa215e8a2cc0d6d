package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jumin.regulation.law.AcceptedLaw.Acceptances;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AcceptedLawTest {

    private static final String DRAFT = "131000";
    private static final LawLibrary PACKED = LawLibrary.load();
    private static final Acceptances ONE =
            new Acceptances(List.of(new Acceptance(DRAFT, LocalDate.of(2024, 4, 1), "1号")), List.of());

    private final AtomicReference<Acceptances> published = new AtomicReference<>(Acceptances.NONE);

    private boolean accepted(LawLibrary library) {
        return library.law(DRAFT, LocalDate.of(2024, 6, 1), false).accepted();
    }

    @Test
    @DisplayName("第四十五条：公布确认后，下一次查询即按确认的规定；未变则仍是同一个法规库")
    void whatWasPublishedHoldsAtTheNextQuestion() {
        var law = new AcceptedLaw(PACKED, published::get, Duration.ofHours(1));
        assertFalse(accepted(law.library()));
        published.set(ONE);
        assertSame(law.library(), law.library());

        law.changed();

        assertTrue(accepted(law.library()));
        var before = law.library();
        law.changed();
        assertSame(before, law.library());
    }

    @Test
    @DisplayName("其他实例公布的确认，到时限后得知")
    void whatAnotherInstancePublishedIsKnownAfterAWhile() {
        var law = new AcceptedLaw(PACKED, published::get, Duration.ZERO);
        var before = law.library();
        published.set(ONE);
        assertNotSame(before, law.library());
    }

    @Test
    @DisplayName("已正式施行的规定、不认识的统筹区：确认不起作用")
    void whatNeedsNoAcceptanceStaysAsItIs() {
        published.set(new Acceptances(
                List.of(
                        new Acceptance("360900", LocalDate.of(2030, 1, 1), "1号"),
                        new Acceptance("999999", LocalDate.of(2030, 1, 1), "1号")),
                List.of(new AcceptedMinimum("360900", "inpatient.deductible", "1号"))));
        var law = new AcceptedLaw(PACKED, published::get, Duration.ofHours(1)).library();
        var day = LocalDate.of(2024, 6, 1);
        assertEquals(
                PACKED.law("360900", day, false).release(),
                law.law("360900", day, false).release());
    }
}
