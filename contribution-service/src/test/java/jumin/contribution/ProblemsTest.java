package jumin.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Codes are a promise to machines: none disappears, none changes its status. New ones are added to the lock on purpose. */
class ProblemsTest {

    @Test
    @DisplayName("问题代码与 problems.lock 一致")
    void codesAreFrozen() throws IOException {
        var now = Arrays.stream(ContributionProblem.values())
                .map(problem -> problem.name() + " " + problem.kind().status())
                .sorted()
                .collect(Collectors.joining("\n"));
        assertEquals(
                Files.readString(Path.of("src/test/resources/problems.lock")).strip(), now);
    }
}
