package jumin.enrollment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnrollmentProblemTest {

    @Test
    @DisplayName("问题代码和状态一经公布不再改变；新增的要登记在 problems.lock")
    void codesAreFrozen() throws IOException {
        var now = Arrays.stream(EnrollmentProblem.values())
                .map(problem -> problem.name() + " " + problem.kind().status())
                .sorted()
                .toList();

        var frozen = Files.readAllLines(Path.of("src/test/resources/problems.lock"));

        assertEquals(String.join("\n", frozen), String.join("\n", now));
    }
}
