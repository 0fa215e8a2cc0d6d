package jumin.regulation.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the law's files are read from; an index names them, so that no folder is searched at run time. */
public interface LawSource {

    String text(String path);

    default List<String> paths() {
        return text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The files packed beside the classes. */
    static LawSource classpath() {
        return path -> {
            try (var stream = LawSource.class.getResourceAsStream("/law/" + path)) {
                if (stream == null) {
                    throw new IllegalArgumentException("法规文件 " + path + " 不存在，请核对 index.txt");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The files in a folder, as an author edits them. */
    static LawSource folder(Path folder) {
        return path -> {
            try {
                return Files.readString(folder.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException("法规文件 " + path + " 读不到，请核对 index.txt", e);
            }
        };
    }

    /** The files of a source as they were kept. */
    static LawSource kept(Map<String, String> texts) {
        return path -> Optional.ofNullable(texts.get(path))
                .orElseThrow(() -> new IllegalArgumentException("法规文件 " + path + " 未保存"));
    }

    /** All files of this source, to be kept beside the decisions that rest on them. */
    default SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        texts.put("index.txt", text("index.txt"));
        paths().forEach(path -> {
            texts.put(path, text(path));
            if (path.endsWith("/city.yaml")) {
                var instrument = path.replace("/city.yaml", "/instrument.txt");
                texts.put(instrument, text(instrument));
            }
        });
        return texts;
    }
}
