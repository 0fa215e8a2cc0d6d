package jumin.enrollment.person;

import jumin.enrollment.law.Topic;

/**
 * What a check found: in which field, what is wrong, what would be right, and on what it rests.
 *
 * @param field name of the field as the API calls it
 * @param code stable word for machines
 * @param reason Chinese, without personal data
 * @param suggestion what to do
 * @param topic where in the law to look; {@link Topic#NONE} when no law decides
 */
public record Finding(Weight weight, String field, String code, String reason, String suggestion, Topic topic) {

    /** How much a finding matters. */
    public enum Weight {
        /** Shown, nothing more. */
        NOTE,
        /** Registered all the same, to be looked at. */
        WARNING,
        /** Not registered. */
        ERROR
    }

    public static Finding error(String field, String code, String reason, String suggestion) {
        return new Finding(Weight.ERROR, field, code, reason, suggestion, Topic.NONE);
    }

    public static Finding warning(String field, String code, String reason, String suggestion) {
        return new Finding(Weight.WARNING, field, code, reason, suggestion, Topic.NONE);
    }

    public static Finding note(String field, String code, String reason) {
        return new Finding(Weight.NOTE, field, code, reason, "", Topic.NONE);
    }

    public Finding under(Topic basis) {
        return new Finding(weight, field, code, reason, suggestion, basis);
    }

    public boolean isError() {
        return weight == Weight.ERROR;
    }
}
