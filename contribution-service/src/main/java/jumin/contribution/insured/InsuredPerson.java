package jumin.contribution.insured;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 参保人 as this service knows one from enrollment's feed.
 *
 * @param phoneMasked empty when none is registered
 * @param known false while only other records speak of this person
 * @param mergedInto 并入的登记: of two records of the same person, the one that was kept
 */
public record InsuredPerson(
        UUID personId,
        boolean known,
        String area,
        String divisionPath,
        String personNo,
        String name,
        String idSealed,
        String idBlindIndex,
        String idMasked,
        String phoneMasked,
        Optional<LocalDate> birthDate,
        String householdId,
        String status,
        Optional<UUID> mergedInto) {}
