package jumin.claims.catalogueimport;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import jumin.platform.problem.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinesOfFileTest {

    private static final List<String> HEADINGS = List.of("生效日", "名称", "国家医保编码", "收费项目等级", "种类");

    private final List<List<CatalogueImports.Line>> parts = new ArrayList<>();
    private final LinesOfFile file = new LinesOfFile(parts::add);

    @Test
    @DisplayName("整份文件不留在内存：每一千行交出一次，余下的在末尾；空行不算，行号照文件")
    void linesAreGivenOnAThousandAtATime() {
        file.take(HEADINGS);
        file.take(List.of("", " "));
        for (var i = 0; i < 2500; i++) {
            file.take(List.of("2024-01-01", "药", "A" + i));
        }
        assertThat(parts, hasSize(2));

        assertThat(file.end(), is(2500));

        assertThat(parts.stream().map(List::size).toList(), contains(1000, 1000, 500));
        var last = parts.getLast().getLast();
        assertThat(last.number(), is(2502));
        assertThat(last.cells().get(CatalogueColumn.CODE.ordinal()), is("A2499"));
        assertThat(last.cells().get(CatalogueColumn.KIND.ordinal()), is(""));
    }

    @Test
    @DisplayName("缺列、没有内容、超过行数的文件不收")
    void filesThatCannotBeReadAreRefused() {
        assertThrows(ProblemException.class, file::end);
        var nameless = new LinesOfFile(parts::add);
        assertThrows(ProblemException.class, () -> nameless.take(List.of("名称")));
        file.take(HEADINGS);
        for (var i = 1; i < 300_000; i++) {
            file.take(List.of());
        }
        assertThat(file.end(), is(0));
        assertThrows(ProblemException.class, () -> file.take(List.of()));
        assertThat(parts, is(empty()));
    }
}
