package jumin.regulation.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.YamlSource;

/** 案例文件：.jsonl with one case a line, .yaml with a list of cases or one a document. */
final class CaseFiles {

    private CaseFiles() {}

    /** A case, or why it cannot be read. */
    record Entry(GoldenCase golden, String complaint) {

        boolean readable() {
            return complaint.isEmpty();
        }
    }

    static List<Entry> read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files.sorted()
                            .filter(CaseFiles::holdsCases)
                            .flatMap(file -> read(file).stream())
                            .toList();
                }
            }
            var text = Files.readString(path);
            var entries = path.toString().endsWith(".jsonl") ? lines(path, text) : documents(path, text);
            return entries.isEmpty() ? List.of(new Entry(null, path + ":1 这个文件没有案例；写案例，或删去文件")) : entries;
        } catch (CharacterCodingException e) {
            return List.of(new Entry(null, path + ":1 这个文件不是 UTF-8 编码（多半是 GB18030，记事本里叫 ANSI）；在编辑器里另存为 UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException("读不到 " + path, e);
        }
    }

    private static boolean holdsCases(Path path) {
        var name = path.toString();
        return Files.isDirectory(path) || name.endsWith(".jsonl") || name.endsWith(".yaml");
    }

    private static List<Entry> lines(Path path, String text) {
        var entries = new ArrayList<Entry>();
        int number = 1;
        for (var line : text.lines().toList()) {
            if (!line.isBlank()) {
                int at = number;
                entries.addAll(entries(() -> {
                    JsonLine.check(path.toString(), line, at);
                    return YamlSource.read(path.toString(), line, at);
                }));
            }
            number++;
        }
        return entries;
    }

    private static List<Entry> documents(Path path, String text) {
        return entries(() -> YamlSource.read(path.toString(), text, 1).stream()
                .flatMap(document -> document.list().stream())
                .toList());
    }

    private static List<Entry> entries(java.util.function.Supplier<List<Node>> reading) {
        var entries = new ArrayList<Entry>();
        try {
            for (var node : reading.get()) {
                entries.add(entry(node));
            }
        } catch (LawDataProblem e) {
            entries.add(new Entry(null, e.getMessage()));
        }
        return entries;
    }

    private static Entry entry(Node node) {
        try {
            return new Entry(GoldenCase.read(node), "");
        } catch (LawDataProblem e) {
            return new Entry(null, e.getMessage());
        }
    }
}
