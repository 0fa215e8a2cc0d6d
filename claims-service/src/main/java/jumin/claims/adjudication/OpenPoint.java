package jumin.claims.adjudication;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待核实的一点: what a bill rests on that nothing in this system bears out, for a person to look at. */
public record OpenPoint(Kind kind, String text) {

    /** What sort of thing is to be looked at. */
    @Schema(
            name = "OpenPointKind",
            description = "DOCTOR 医师资格、RESTRICTION 限定支付范围、OUTSIDE_PURCHASE 外检外购机构、STATEMENT 医院所述情形")
    public enum Kind {
        DOCTOR("医师资格"),
        RESTRICTION("限定支付范围"),
        OUTSIDE_PURCHASE("外检外购机构"),
        STATEMENT("医院所述情形");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As it stands in lists for people. */
        public String title() {
            return title;
        }
    }

    /** Of a paid bill; that a year's standard is not published yet is nobody's to look into. */
    static List<OpenPoint> of(List<String> unverified) {
        return unverified.stream()
                .filter(text -> !text.startsWith(Known.OLD_LINE))
                .distinct()
                .map(text -> new OpenPoint(kind(text), text))
                .toList();
    }

    private static Kind kind(String text) {
        if (text.startsWith(AssembleBill.DOCTOR)) {
            return Kind.DOCTOR;
        }
        if (text.startsWith(Restrictions.OPEN)) {
            return Kind.RESTRICTION;
        }
        return text.startsWith(OutsidePurchases.OPEN) ? Kind.OUTSIDE_PURCHASE : Kind.STATEMENT;
    }
}
