package jumin.claims.insured;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;

/** 身份认定: a special category from day to day, with the organ that recognised it. */
public record Recognition(String category, LocalDate from, Optional<LocalDate> to, String organ) {

    /** As the feed carries it. */
    static Recognition read(JsonNode one) {
        return new Recognition(
                one.required("category").asText(),
                LocalDate.parse(one.required("from").asText()),
                one.hasNonNull("to") ? Optional.of(LocalDate.parse(one.get("to").asText())) : Optional.empty(),
                one.path("organ").asText(""));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
