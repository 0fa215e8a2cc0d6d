package jumin.regulation.law;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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
