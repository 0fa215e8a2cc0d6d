package jumin.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The YAML of k8s/, read as it stands. */
final class Manifests {

    private Manifests() {}

    /** One object of a file. */
    record Manifest(Path file, Map<String, Object> content) {

        String kind() {
            return (String) content.get("kind");
        }

        String name() {
            return (String) at("metadata").get("name");
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> at(String... path) {
            Map<String, Object> node = content;
            for (var step : path) {
                node = (Map<String, Object>) node.get(step);
            }
            return node;
        }

        @Override
        public String toString() {
            return file.getFileName() + " " + kind() + (content.containsKey("metadata") ? " " + name() : "");
        }
    }

    static List<Manifest> base() {
        return in(Path.of("base"));
    }

    static List<Manifest> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Manifest> of(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var manifests = new ArrayList<Manifest>();
            var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
            new Load(settings)
                    .loadAllFromReader(text)
                    .forEach(content -> manifests.add(new Manifest(file, (Map<String, Object>) content)));
            return manifests;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object node) {
        return (List<Map<String, Object>>) node;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
