package jumin.contribution.insured;

import java.util.Optional;
import java.util.UUID;

/**
 * 户 as enrollment names it. Its members are the persons who say so.
 *
 * @param houseNumber 户编号, unique in its village
 * @param head 户主; a collective household may have none
 */
public record Household(
        String householdId, String area, String divisionPath, String houseNumber, Optional<UUID> head) {}
