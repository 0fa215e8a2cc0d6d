package jumin.contribution.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;

/** 暂停 as enrollment tells it: since when, and since when cover goes on; as many in a year as there were. */
record Suspended(LocalDate start, Optional<LocalDate> resumed) {

    /** By the list where there is one; otherwise the law's two words speak of the only one. */
    static List<Suspended> of(JsonNode told, Facts facts) {
        var list = told.path("suspensions");
        if (list.isArray()) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(one -> new Suspended(
                            LocalDate.parse(one.path("employeeStart").asText()),
                            Optional.of(one.path("resumeApplicationDate").asText(""))
                                    .filter(text -> !text.isEmpty())
                                    .map(LocalDate::parse)))
                    .toList();
        }
        return facts.day("employee_start").stream()
                .map(start -> new Suspended(start, facts.day("resume_application_date")))
                .toList();
    }

    EntitlementFacts question() {
        var asked = EntitlementFacts.suspension(start);
        return resumed.map(asked::resumedOn).orElse(asked);
    }
}
