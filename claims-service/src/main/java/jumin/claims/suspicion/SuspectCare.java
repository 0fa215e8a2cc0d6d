package jumin.claims.suspicion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.encounter.EncounterView;
import jumin.claims.encounter.Encounters;
import jumin.regulation.settlement.SettlementDecision;

/** 疑点: what the law's rules of review find in a care that is decided now. Nothing is decided or written by it. */
@Singleton
public class SuspectCare {

    private final Encounters encounters;
    private final Clock clock;

    SuspectCare(Encounters encounters, Clock clock) {
        this.encounters = encounters;
        this.clock = clock;
    }

    /** Of a hospital's bill. A refused bill costs nobody anything and is not looked at. */
    public List<Suspect> of(AssembledBill.Decided decided, List<Neighbour> neighbours) {
        return of(decided, neighbours, true);
    }

    /** Of what the person has paid and claims: the hospital had nothing to register or to send. */
    public List<Suspect> ofClaim(AssembledBill.Decided decided, List<Neighbour> neighbours) {
        return of(decided, neighbours, false);
    }

    private List<Suspect> of(AssembledBill.Decided decided, List<Neighbour> neighbours, boolean billed) {
        if (decided.decision() instanceof SettlementDecision.Refused) {
            return List.of();
        }
        var bill = decided.bill();
        var leave = leave(bill.bill().encounter());
        var care = new Care(bill.bill(), decided.facts(), decided.decision(), bill.law(), billed, leave);
        return new ReviewCare(care, neighbours, bill.law()).run();
    }

    /** The days for which leave was registered; none of a care without an encounter. */
    public Set<LocalDate> leave(UUID encounter) {
        return encounter == null
                ? Set.of()
                : encounters.leaves(encounter).stream().flatMap(this::days).collect(Collectors.toSet());
    }

    private Stream<LocalDate> days(EncounterView.Leave leave) {
        var first = leave.leftAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        var last = leave.backAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        return first.datesUntil(last.plusDays(1));
    }
}
