package jumin.claims.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.regulation.Money;

/** 审核疑点: what may be wrong with a care, by which rule, and what has become of it. */
record Finding(
        UUID id,
        ReviewRule rule,
        Subject subject,
        String detail,
        Money amount,
        String raisedBy,
        LocalDate raisedOn,
        LocalDate answerBy,
        FindingState state,
        Words words,
        Held held) {

    /** 成立的金额: of a finding that was upheld in part that part, else the whole. */
    Money due() {
        return held.upheld().orElse(amount);
    }

    /**
     * 部分成立与延长.
     *
     * @param upheld for how much of its amount; none for the whole
     * @param extension why there is more time to answer; none where there is not
     */
    record Held(Optional<Money> upheld, Optional<String> extension) {

        static final Held NONE = new Held(Optional.empty(), Optional.empty());

        Held forPart(Optional<Money> part) {
            return part.isPresent() ? new Held(part, extension) : this;
        }

        Held extended(String why) {
            return new Held(upheld, Optional.of(why));
        }
    }

    /** Whose care it is about. */
    record Subject(
            String provider,
            String divisionPath,
            PersonId person,
            Optional<UUID> settlement,
            Optional<UUID> encounter) {}

    /**
     * What has been said so far.
     *
     * @param upheldBy who found it upheld before an appeal
     */
    record Words(
            Optional<String> answer,
            Optional<String> decision,
            Optional<String> decidedBy,
            Optional<String> appeal,
            Optional<String> upheldBy) {

        static final Words NONE =
                new Words(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Words answered(String text) {
            return new Words(Optional.of(text), decision, decidedBy, appeal, upheldBy);
        }

        Words appealed(String text) {
            return new Words(answer, decision, decidedBy, Optional.of(text), upheldBy);
        }

        Words upheld(String reason, String by) {
            return new Words(answer, Optional.of(reason), Optional.of(by), appeal, Optional.of(by));
        }

        Words decided(String reason, String by) {
            return new Words(answer, Optional.of(reason), Optional.of(by), appeal, upheldBy);
        }
    }
}
