package jumin.regulation.law;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The data as its authors see it, and copies of it with one thing changed. */
public final class LawFiles {

    public static final Path FOLDER = Path.of("").toAbsolutePath();

    private LawFiles() {}

    public static LawSource source() {
        return LawSource.folder(FOLDER);
    }

    /** A copy in which {@code from} in one file reads {@code to}. */
    public static LawSource changed(String file, String from, String to) {
        var original = source().text(file);
        if (!original.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return with(Map.of(file, original.replace(from, to)));
    }

    /** What is wrong with the one folder that is refused, complaint by complaint. */
    public static String problems(LawSource source) {
        var refused = LawLibrary.load(source).refused();
        if (refused.size() != 1) {
            throw new AssertionError("one folder should be refused: " + refused);
        }
        return refused.getFirst().problems().stream()
                .map(LawDataProblem::getMessage)
                .collect(Collectors.joining("\n"));
    }

    /** A copy in which the tertiary deductible is 700 yuan, in the text, the quotation and the value. */
    public static LawSource withHigherDeductible() {
        var folder = "cities/yichun/";
        var benefits = source().text(folder + "06-benefits.yaml")
                .replace("quote: 起付标准 100元 400元 600元", "quote: 起付标准 100元 400元 700元")
                .replace("tertiary: 600.00", "tertiary: 700.00");
        var wording = source().text(folder + "instrument.txt").replace("600元", "700元");
        return with(Map.of(folder + "06-benefits.yaml", benefits, folder + "instrument.txt", wording));
    }

    /** A copy with other or further files, which the index names too. */
    public static LawSource with(Map<String, String> files) {
        var texts = new HashMap<>(files);
        var index = new StringBuilder(source().text("index.txt"));
        files.keySet().stream()
                .filter(path -> !source().paths().contains(path) && !path.endsWith(".txt"))
                .forEach(path -> index.append('\n').append(path));
        texts.put("index.txt", index.toString());
        return path -> texts.containsKey(path) ? texts.get(path) : source().text(path);
    }
}
