package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** An encounter about which something may still be done; whoever settles it waits meanwhile. */
@Singleton
class OpenEncounter {

    private final Encounters encounters;

    OpenEncounter(Encounters encounters) {
        this.encounters = encounters;
    }

    Encounter lock(UUID id) {
        var encounter = encounters.lock(id).orElseThrow(OpenEncounter::unknown);
        if (encounter.cancelled()) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊登记已撤销。");
        }
        return encounter;
    }

    Encounter find(UUID id) {
        return encounters.find(id).orElseThrow(OpenEncounter::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此就诊登记，或不在您的数据范围。");
    }

    /** @param wanted what was to be done */
    void refuseSettled(UUID id, String wanted) {
        encounters.settled(id).stream()
                .filter(bill -> !bill.interim())
                .findFirst()
                .ifPresent(bill -> {
                    throw new ProblemException(
                            ClaimsProblem.ENCOUNTER_NOT_OPEN,
                            "该就诊已由 " + bill.number() + " 结算，不再" + wanted + "；确需更正的，先冲正该结算，更正后重新结算。");
                });
    }
}
