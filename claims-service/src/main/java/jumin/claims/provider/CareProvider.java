package jumin.claims.provider;

import java.util.Set;

/**
 * What a settlement needs to know of a provider on the day of care.
 *
 * @param level empty of a pharmacy, which has none
 * @param kind of the outpatient pool, empty where it is none
 * @param designatedFor the qualifications whose agreements were active on the day
 */
public record CareProvider(
        String code,
        String name,
        String area,
        String divisionPath,
        String level,
        String kind,
        boolean traditional,
        Set<Qualification> designatedFor) {

    public CareProvider {
        designatedFor = Set.copyOf(designatedFor);
    }

    /** 零售药店 */
    public boolean pharmacy() {
        return level.isEmpty();
    }
}
