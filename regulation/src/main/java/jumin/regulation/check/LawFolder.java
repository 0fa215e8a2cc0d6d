package jumin.regulation.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.law.LawSource;
import jumin.regulation.law.Mark;

/** 法规目录，as an author sees it. */
record LawFolder(Path root) {

    LawSource source() {
        return LawSource.folder(root);
    }

    /** The cases of an area. */
    Path cases(String city) {
        return root.resolve("cities").resolve(city).resolve("cases");
    }

    /** Files that nobody would read. */
    List<Finding> notListed() {
        var listed = source().paths();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.matches("(national|provinces/[^/]+|cities/[^/]+)/[^/]+\\.ya?ml"))
                    .filter(path -> !listed.contains(path))
                    .sorted()
                    .map(path -> Finding.error(
                            new Mark(path, 1, 1),
                            "这个文件没有列入 index.txt，不会被读取；在 index.txt 中加一行 " + path + "（文件名须以 .yaml 结尾）"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("读不到目录 " + root, e);
        }
    }

    /** A line of a file; empty when there is none. */
    String line(Mark mark) {
        try (Stream<String> lines = Files.lines(root.resolve(mark.file()))) {
            return lines.skip(mark.line() - 1L).findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
