package jumin.claims.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.insured.PersonId;
import jumin.claims.payout.Payee;
import jumin.claims.payout.PayeeRelation;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.SettlementId;

/** 一件零星报销, with the hands it has gone through. The account is in clear only here, never in a view. */
record ManualClaim(
        UUID id,
        String number,
        Whose whose,
        ProviderCode careProvider,
        BillSubmission bill,
        List<String> documents,
        boolean hadOperation,
        Payee payee,
        PayeeRelation relation,
        ManualState state,
        Timeliness timeliness,
        Hands hands,
        String reason,
        Optional<SettlementId> settlement) {

    ManualClaim lateApproved(String by, String why) {
        return with(
                state,
                new Timeliness(timeliness.takenOn(), timeliness.late(), Optional.of(by)),
                hands,
                why,
                settlement);
    }

    ManualClaim returned(String why) {
        var again = hands.reviewed(Optional.empty(), Optional.empty());
        return with(ManualState.RETURNED, timeliness, again, why, settlement);
    }

    /** 撤回: by the applicant's wish, before it is decided. */
    ManualClaim withdrawn(String why) {
        return with(ManualState.WITHDRAWN, timeliness, hands, why, settlement);
    }

    /** 不予报销. */
    ManualClaim refused(String why) {
        return with(ManualState.REFUSED, timeliness, hands, why, settlement);
    }

    /** 重新办理 after a refusal: reviews begin anew; what came too late still wants its approval. */
    ManualClaim reopened(ManualState again, String why) {
        return with(again, timeliness, hands.reviewed(Optional.empty(), Optional.empty()), why, settlement);
    }

    /** 确属另一次就诊. */
    ManualClaim anotherVisit(String by, String why) {
        var next = new Hands(hands.takenBy(), hands.correctedBy(), Optional.of(by), hands.firstBy(), hands.secondBy());
        return with(state, timeliness, next, why, settlement);
    }

    ManualClaim firstReviewed(String by, String opinion) {
        var next = hands.reviewed(Optional.of(by), Optional.empty());
        return with(ManualState.FIRST_REVIEWED, timeliness, next, opinion, settlement);
    }

    ManualClaim decided(String by, String opinion, SettlementId decision) {
        var next = hands.reviewed(hands.firstBy(), Optional.of(by));
        return with(ManualState.DECIDED, timeliness, next, opinion, Optional.of(decision));
    }

    private ManualClaim with(
            ManualState newState,
            Timeliness newTimeliness,
            Hands newHands,
            String why,
            Optional<SettlementId> decision) {
        return new ManualClaim(
                id,
                number,
                whose,
                careProvider,
                bill,
                documents,
                hadOperation,
                payee,
                relation,
                newState,
                newTimeliness,
                newHands,
                why,
                decision);
    }

    /** Whose claim it is. */
    record Whose(PersonId person, String area, String divisionPath) {}

    /** Whether it came after the time that the text sets, and who let it pass. */
    record Timeliness(LocalDate takenOn, boolean late, Optional<String> approvedBy) {

        boolean inOrder() {
            return !late || approvedBy.isPresent();
        }
    }

    /** Who took it in, who corrected it last, who says that it is another visit of the day, who reviewed it first, who decided. */
    record Hands(
            String takenBy,
            Optional<String> correctedBy,
            Optional<String> anotherVisitBy,
            Optional<String> firstBy,
            Optional<String> secondBy) {

        static Hands of(String takenBy) {
            return new Hands(takenBy, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Hands reviewed(Optional<String> first, Optional<String> second) {
            return new Hands(takenBy, correctedBy, anotherVisitBy, first, second);
        }

        boolean had(String login) {
            return takenBy.equals(login)
                    || correctedBy.filter(login::equals).isPresent()
                    || firstBy.filter(login::equals).isPresent();
        }
    }
}
