package jumin.regulation.law.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jumin.regulation.fact.FactType;
import jumin.regulation.law.LawFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("写法表中的键就是程序读取的键")
class ReadersKeysTest {

    private static final Path SOURCES = LawFiles.FOLDER.resolve("src/main/java/jumin/regulation");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:node|option|step|content|version|content\\(\\)|node\\(\\)|value|band|range|rule|source|above|instrument|start|section|document)"
                    + "\\.(?:find|get|text|mark)\\(\"([a-z_]+)\"");
    /** Read by name from a list of keys, or only looked at by people. */
    private static final Set<String> READ_OTHERWISE = Set.of(
            "chapter",
            "confidence",
            "seen",
            "note",
            "reading",
            "articles",
            "reasoning",
            "supplement",
            "keeps",
            "at_most");

    @Test
    void everyKeyThatAReaderAsksForIsInTheGrammar() throws IOException {
        var unknown = new TreeSet<String>();
        for (var text : sources()) {
            var asked = ASKED.matcher(text);
            while (asked.find()) {
                if (!FormCheck.keys().contains(asked.group(1))) {
                    unknown.add(asked.group(1));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyKeyOfTheGrammarIsReadBySomebody() throws IOException {
        var all = String.join("\n", sources());
        var unread = new TreeSet<>(FormCheck.keys());
        unread.removeIf(key -> all.contains('"' + key + '"') || READ_OTHERWISE.contains(key));
        unread.removeIf(ReadersKeysTest::isWordOfTheProgram);

        assertEquals(Set.of(), unread);
    }

    /** Types of facts and ways of adjusting are read by the names of their constants. */
    private static boolean isWordOfTheProgram(String key) {
        var constant = key.toUpperCase(Locale.ROOT);
        return Stream.of(FactType.values()).anyMatch(type -> type.name().equals(constant))
                || jumin.regulation.block.Adjusted.Way.written(key).isPresent();
    }

    private static java.util.List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.getParent().endsWith("form"))
                    .map(ReadersKeysTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
