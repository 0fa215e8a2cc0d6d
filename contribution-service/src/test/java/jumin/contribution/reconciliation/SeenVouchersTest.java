package jumin.contribution.reconciliation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeenVouchersTest {

    private final SeenVouchers seen = new SeenVouchers();

    private long taken(int from, int to) {
        return IntStream.range(from, to)
                .filter(number -> seen.again("336026%012d".formatted(number)))
                .count();
    }

    @Test
    @DisplayName("来过的税票号一定认得")
    void whatCameIsKnown() {
        taken(0, 50_000);
        assertTrue(taken(0, 50_000) == 50_000);
    }

    @Test
    @DisplayName("新的税票号很少被当作来过：二十万个相连的号码中不到千分之一")
    void whatIsNewIsSeldomTakenForKnown() {
        assertFalse(taken(0, 200_000) > 200);
    }
}
