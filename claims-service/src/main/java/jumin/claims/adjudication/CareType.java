package jumin.claims.adjudication;

import java.util.Optional;
import jumin.claims.filing.FilingKind;
import jumin.claims.provider.Qualification;

/** 医疗类别: the national code or its word, and the benefit that the law knows. */
public record CareType(String code, String name, String benefit, Optional<FilingKind> needs) {

    /** 急诊留观 */
    public static final String EMERGENCY_OBSERVATION = "emergency_observation";

    /** Whether the bill is a stay from admission to discharge, and not a visit on one day; who is observed for days lies there too. */
    boolean stay() {
        return switch (benefit) {
            case "inpatient", "maternity", "day_surgery", "emergency_rescue", EMERGENCY_OBSERVATION -> true;
            default -> false;
        };
    }

    Qualification qualification() {
        return switch (benefit) {
            case "dual_channel" -> Qualification.DUAL_CHANNEL;
            case "chronic_outpatient" -> Qualification.CHRONIC;
            case "outpatient_pool",
                    "outpatient_observation",
                    "two_disease",
                    "accident_outpatient",
                    "general_practice_fee",
                    "consultation_fee" -> Qualification.OUTPATIENT;
            default -> Qualification.INPATIENT;
        };
    }
}
