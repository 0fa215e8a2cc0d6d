package jumin.enrollment.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jumin.platform.sql.Sql;

/** 人员类别词典: words and their names, as data. */
@ApplicationScoped
public class CategoryKinds {

    private final Sql sql;

    CategoryKinds(Sql sql) {
        this.sql = sql;
    }

    /** Name by code, in a steady order. */
    public Map<String, String> all() {
        var kinds = new LinkedHashMap<String, String>();
        sql.list(
                "select code, name from category_kind order by name",
                row -> kinds.put(row.getString(1), row.getString(2)));
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
