package jumin.enrollment.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.law.LawShelf;

/** 人员类别词典: the words of the law's data and their names, of the area that asks. */
@ApplicationScoped
public class CategoryKinds {

    private final LawShelf shelf;
    private final Clock clock;

    CategoryKinds(LawShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Name by code, in the order of the data. */
    public Map<String, String> of(String area) {
        return shelf.words(area, "category", LocalDate.now(clock));
    }

    /** Of all areas together. */
    public Map<String, String> all() {
        var kinds = new java.util.LinkedHashMap<String, String>();
        shelf.areas().forEach(area -> of(area).forEach(kinds::putIfAbsent));
        return kinds;
    }

    /** The code, given the code or the Chinese name. */
    public static Optional<String> read(Map<String, String> kinds, String text) {
        if (kinds.containsKey(text)) {
            return Optional.of(text);
        }
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
