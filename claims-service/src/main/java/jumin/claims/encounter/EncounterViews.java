package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.util.List;

/** Encounters as they are shown, with their leaves and bills. */
@Singleton
class EncounterViews {

    private final Encounters encounters;

    EncounterViews(Encounters encounters) {
        this.encounters = encounters;
    }

    EncounterView of(Encounter encounter) {
        return of(encounter, encounters.settled(encounter.id()), encounters.leaves(encounter.id()));
    }

    List<EncounterView> of(List<Encounter> found) {
        var ids = found.stream().map(Encounter::id).toList();
        var settled = encounters.settled(ids);
        var leaves = encounters.leaves(ids);
        return found.stream()
                .map(one ->
                        of(one, settled.getOrDefault(one.id(), List.of()), leaves.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static EncounterView of(
            Encounter encounter, List<Encounters.Settled> settled, List<EncounterView.Leave> leaves) {
        var done = settled.stream().anyMatch(bill -> !bill.interim());
        var state = done ? EncounterView.State.SETTLED : EncounterView.State.OPEN;
        var admission = encounter.admission();
        return new EncounterView(
                encounter.id(),
                encounter.provider(),
                encounter.person(),
                admission.careType(),
                admission.admittedAt(),
                encounter.registeredAt(),
                admission.diagnosis().code(),
                admission.diagnosis().name(),
                admission.ward(),
                encounter.dischargedAt().orElse(null),
                encounter.cancelled() ? EncounterView.State.CANCELLED : state,
                leaves,
                settled.stream().map(Encounters.Settled::number).toList());
    }
}
