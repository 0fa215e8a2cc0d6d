package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.platform.sql.JsonColumn;

/** Reads why nobody pays out of a stored result. */
@ApplicationScoped
class CoverageReasons {

    private final JsonColumn json;

    CoverageReasons(JsonColumn json) {
        this.json = json;
    }

    Optional<CoverageResult.NotCovered> of(String result) {
        var why = json.tree(result).path("notCovered");
        return why.isObject()
                ? Optional.of(json.read(why.toString(), CoverageResult.NotCovered.class))
                : Optional.empty();
    }
}
