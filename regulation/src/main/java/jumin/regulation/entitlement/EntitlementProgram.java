package jumin.regulation.entitlement;

import java.util.Optional;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Slot;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.Reasons;

/** The law of entitlement, compiled. */
record EntitlementProgram(Admissions admissions, Routes routes, Endings endings) {

    static EntitlementProgram of(Law law) {
        return law.compiled(EntitlementProgram.class, EntitlementProgram::compile);
    }

    private static EntitlementProgram compile(Law law) {
        var reasons = Reasons.of(law);
        var schema = new Schema(reasons.vocabulary().facts("entitlement"), Rounding.of(law));
        var paper = new Paper(
                reasons,
                schema,
                schema.add("paid_on", FactType.DAY, Optional.empty(), Frame.ABSENT),
                schema.add("registered_on", FactType.DAY, Optional.empty(), Frame.ABSENT));
        return new EntitlementProgram(new Admissions(law, paper), new Routes(law, paper), new Endings(law, paper));
    }

    /** What all entitlement questions write on. A registration stands for the payment where none is given, and the reverse. */
    record Paper(Reasons reasons, Schema schema, Slot paidOn, Slot registeredOn) {

        long[] frame(Facts facts) {
            var frame = schema.frame(facts);
            var paid = facts.day("payment_date");
            var registered = facts.day("registration_date");
            paid.or(() -> registered).ifPresent(day -> frame[paidOn.index()] = day.toEpochDay());
            registered.or(() -> paid).ifPresent(day -> frame[registeredOn.index()] = day.toEpochDay());
            return frame;
        }

        String release() {
            return reasons.law().release();
        }
    }
}
