package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    @DisplayName("问题代码一经公布不得删除或更改状态；新增的写进 problems.lock")
    void publishedCodesAreFrozen() throws IOException {
        assertThat(codes(), is(locked()));
    }

    private static List<String> codes() {
        return Arrays.stream(ClaimsProblem.values())
                .map(code -> code.name() + " " + code.kind().status())
                .sorted()
                .toList();
    }

    private static List<String> locked() throws IOException {
        try (var lock = ProblemsTest.class.getResourceAsStream("/problems.lock")) {
            return new String(lock.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
