package jumin.claims.provider;

/**
 * What a settlement needs to know of a provider on the day of care.
 *
 * @param kind of the outpatient pool, empty where it is none
 * @param designated whether an agreement of the wanted qualification was active on the day
 */
public record CareProvider(
        String code,
        String name,
        String area,
        String divisionPath,
        String level,
        String kind,
        boolean traditional,
        boolean designated) {}
