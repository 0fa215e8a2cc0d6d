package jumin.enrollment.person;

import jumin.platform.personal.Masked;

/** 证件号码, normalised. Never printed in clear. */
public record IdentityNumber(IdType type, String number) {

    private static final int TAIL = 4;

    public String masked() {
        return Masked.idNumber(number);
    }

    /** Last four, in clear for search by tail. */
    public String tail() {
        return number.substring(Math.max(0, number.length() - TAIL));
    }

    @Override
    public String toString() {
        return masked();
    }
}
