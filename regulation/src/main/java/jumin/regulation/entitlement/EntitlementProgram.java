package jumin.regulation.entitlement;

import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Slot;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.Reasons;

/** The law of entitlement, compiled. */
record EntitlementProgram(Paper paper, Admissions admissions, Routes routes, Endings endings) {

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
                schema.add("registered_on", FactType.DAY, Optional.empty(), Frame.ABSENT),
                new Years(
                        schema.add("birth_year", FactType.COUNT, Optional.empty(), Frame.ABSENT),
                        schema.add("registered_year", FactType.COUNT, Optional.empty(), Frame.ABSENT)),
                CollectionWindow.of(law));
        return new EntitlementProgram(
                paper, new Admissions(law, paper), new Routes(law, paper), new Endings(law, paper));
    }

    /** Years that conditions compare. */
    record Years(Slot birth, Slot registered) {}

    /** What all entitlement questions write on. A registration stands for the payment where none is given, and the reverse. */
    record Paper(
            Reasons reasons,
            Schema schema,
            Slot paidOn,
            Slot registeredOn,
            Years years,
            Optional<CollectionWindow> window) {

        long[] frame(Facts facts) {
            var frame = schema.frame(facts);
            var paid = facts.day("payment_date");
            var registered = facts.day("registration_date");
            paid.or(() -> registered).ifPresent(day -> frame[paidOn.index()] = day.toEpochDay());
            registered.or(() -> paid).ifPresent(day -> {
                frame[registeredOn.index()] = day.toEpochDay();
                frame[years.registered().index()] = day.getYear();
            });
            facts.day("birth_date").ifPresent(day -> frame[years.birth().index()] = day.getYear());
            if (!facts.has("window")) {
                place(frame, facts);
            }
            return frame;
        }

        /** The window that the text fixes stands where no yearly one was published. */
        private void place(long[] frame, Facts facts) {
            var year = paidFor(facts);
            if (window.isPresent() && year.isPresent()) {
                var days = window.get().before(year.get());
                schema.find("window.first")
                        .ifPresent(slot -> frame[slot.index()] = days.first().toEpochDay());
                schema.find("window.last")
                        .ifPresent(slot -> frame[slot.index()] = days.last().toEpochDay());
            }
        }

        /** The year that is paid for; the year of the payment or registration where none is named. */
        static Optional<BenefitYear> paidFor(Facts facts) {
            return facts.count("coverage_year")
                    .map(year -> new BenefitYear(year.intValue()))
                    .or(() -> facts.day("payment_date").map(BenefitYear::of))
                    .or(() -> facts.day("registration_date").map(BenefitYear::of));
        }

        String release() {
            return reasons.law().release();
        }
    }
}
