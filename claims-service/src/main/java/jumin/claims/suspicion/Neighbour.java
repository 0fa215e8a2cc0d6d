package jumin.claims.suspicion;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 相邻的就诊: another paid care of the same person, and how it lies to the one that is looked at.
 *
 * @param encounter by which an interim bill and the next one belong together
 */
public record Neighbour(
        Relation relation,
        String number,
        String provider,
        LocalDate settledOn,
        LocalDate admission,
        LocalDate discharge,
        String diagnosis,
        Optional<UUID> encounter) {

    public Neighbour as(Relation other) {
        return new Neighbour(other, number, provider, settledOn, admission, discharge, diagnosis, encounter);
    }

    /** How it lies to the care that is looked at. */
    public enum Relation {
        /** 同一账单 */
        SAME_BILL,
        /** 同时的另一次住院 */
        OVERLAPPING_STAY,
        /** 同一日在别处的另一次住院（各一日） */
        SAME_DAY_STAY,
        /** 门诊之日在其中的住院 */
        SURROUNDING_STAY,
        /** 上一次住院 */
        STAY_BEFORE
    }
}
