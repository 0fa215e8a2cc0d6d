package jumin.contribution.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads why nobody pays out of a stored result. */
@ApplicationScoped
class CoverageReasons {

    private final ObjectMapper json;

    CoverageReasons(ObjectMapper json) {
        this.json = json;
    }

    Optional<CoverageResult.NotCovered> of(String result) {
        try {
            var why = json.readTree(result).path("notCovered");
            return why.isObject()
                    ? Optional.of(json.treeToValue(why, CoverageResult.NotCovered.class))
                    : Optional.empty();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
