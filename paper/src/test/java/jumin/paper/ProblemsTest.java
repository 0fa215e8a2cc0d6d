package jumin.paper;

import java.io.IOException;
import java.util.Arrays;
import jumin.testing.ProblemRegister;
import jumin.testing.ProblemRegister.Published;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    @DisplayName("问题代码一经公布不得删除或更改状态；新增的写进 problems.lock 和 docs/problems.md")
    void publishedCodesAreFrozen() throws IOException {
        ProblemRegister.check(
                "paper",
                Arrays.stream(PaperProblem.values())
                        .map(code -> new Published(code.name(), code.kind().status(), code.title()))
                        .toList());
    }
}
