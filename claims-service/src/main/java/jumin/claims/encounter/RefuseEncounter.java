package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Vocabulary;

/** What no admission can say. */
@Singleton
class RefuseEncounter {

    private final Encounters encounters;
    private final Laws laws;
    private final Clock clock;

    RefuseEncounter(Encounters encounters, Laws laws, Clock clock) {
        this.encounters = encounters;
        this.laws = laws;
        this.clock = clock;
    }

    void impossible(Admission admission, String area) {
        var now = OffsetDateTime.now(clock);
        if (admission.admittedAt().isAfter(now)) {
            throw ProblemException.field(ClaimsProblem.CARE_DATES_INVALID, "/admittedAt", "入院时刻晚于现在 " + now, "入院后再登记");
        }
        unknownCareType(admission.careType(), area);
    }

    /** A national code or a word, or a benefit that the law of the person's city names. */
    private void unknownCareType(String careType, String area) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var known = encounters.knowsCareType(careType)
                || laws.on(area, today)
                        .filter(law ->
                                Vocabulary.of(law).words("benefit").words().contains(careType))
                        .isPresent();
        if (!known) {
            throw ProblemException.field(
                    ClaimsProblem.CARE_TYPE_UNKNOWN, "/careType", "不认识医疗类别 " + careType, "如 21 住院、11 普通门诊、14 门诊慢特病");
        }
    }
}
