package jumin.contribution.insured;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 参保登记 of one person for one benefit year, as enrollment published it.
 *
 * @param facts further facts for the law's question about entitlement
 * @param subsidy what enrollment decided: tier, category, payer, articles, amounts
 */
public record Enrollment(
        UUID enrollmentId,
        UUID personId,
        String area,
        int benefitYear,
        String type,
        String state,
        LocalDate registeredOn,
        Optional<LocalDate> birthDate,
        JsonNode facts,
        Optional<LocalDate> endedOn,
        String endReason,
        JsonNode subsidy) {

    public boolean enrolled() {
        return state.equals("ENROLLED");
    }

    /** 终止: it was in force until something happened; a withdrawn one (撤销) never was. */
    public boolean terminated() {
        return state.equals("TERMINATED");
    }

    /** Whether it had ended before a day. */
    public boolean endedBefore(LocalDate day) {
        return !enrolled() && endedOn.filter(day::isAfter).isPresent();
    }
}
