package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.law.Laws;
import jumin.contribution.levy.LevyTerms;
import jumin.regulation.entitlement.Coverage;
import jumin.regulation.entitlement.CoverageInterval;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;

/** 待遇享受期: computed from levy, money and registration by the law of the benefit year; a hole in the law is undetermined, never covered. */
@ApplicationScoped
class CoverageQuestion {

    /** The law's word for what ends cover with a death: also of a newborn who was registered after it. */
    private static final String DEATH = "death";

    private final Laws laws;

    CoverageQuestion(Laws laws) {
        this.laws = laws;
    }

    CoverageResult answer(CoverageBasis basis, CoverageHistory history) {
        var enrollment = basis.enrollment();
        return laws.of(enrollment.area(), enrollment.benefitYear())
                .map(law -> byLaw(basis, lapseYears(basis, history), law))
                .orElseGet(() -> CoverageResult.nothing(
                        new CoverageResult.NotCovered("LAW_MISSING", "本统筹区该年度的规定尚未录入，待遇未定", ""), "{}", ""));
    }

    /** 中断年数: a year counts when the law of that year knows the waiting period; the years before it are forgiven. */
    private int lapseYears(CoverageBasis basis, CoverageHistory history) {
        var area = basis.enrollment().area();
        return history.lapseYears(year -> laws.of(area, year)
                .flatMap(law -> law.find("waiting.period"))
                .map(rule -> rule.provision(version -> true) instanceof Cited<?>)
                .orElse(false));
    }

    private static CoverageResult byLaw(CoverageBasis basis, int lapseYears, Law law) {
        var facts = CoverageFacts.of(basis, lapseYears, law);
        var unpaid = unpaid(basis);
        if (unpaid.isPresent()) {
            var article = law.find("entitlement.route.ordinary")
                    .map(rule -> rule.citation().article())
                    .orElse("");
            var why = new CoverageResult.NotCovered(
                    unpaid.get().name(), unpaid.get().text(), article);
            return CoverageResult.nothing(why, facts.canonicalJson(), law.release());
        }
        if (!LawWords.knows(
                "enrollment_type", facts.facts().word("enrollment_type").orElse(""), law)) {
            return unknownType(facts, law);
        }
        return decided(basis, facts, law);
    }

    private static CoverageResult decided(CoverageBasis basis, EntitlementFacts facts, Law law) {
        return switch (Entitlement.decide(facts, law)) {
            case EntitlementDecision.Entitled entitled -> entitled(basis, facts, entitled, law);
            case EntitlementDecision.Refused refused ->
                new CoverageResult(
                        List.of(),
                        Optional.of(new CoverageResult.NotCovered(
                                refused.cause().code(),
                                refused.cause().title(),
                                refused.cause().citation().article())),
                        facts.canonicalJson(),
                        refused.worksheet().json().canonical(),
                        refused.release());
            case EntitlementDecision.Held held ->
                CoverageResult.nothing(
                        new CoverageResult.NotCovered(
                                held.cause().code(),
                                held.cause().title(),
                                held.cause().citation().article()),
                        facts.canonicalJson(),
                        held.release());
            case EntitlementDecision.Accepted other -> unknownType(facts, law);
            case EntitlementDecision.Placed other -> unknownType(facts, law);
            case EntitlementDecision.Suspended other -> unknownType(facts, law);
            case EntitlementDecision.Termination other -> unknownType(facts, law);
        };
    }

    private static CoverageResult unknownType(EntitlementFacts facts, Law law) {
        var why = new CoverageResult.NotCovered("ENROLLMENT_TYPE_UNKNOWN", "参保类别不在规定之列，待遇未定", "");
        return CoverageResult.nothing(why, facts.canonicalJson(), law.release());
    }

    /** Why the law need not be asked yet: nobody is covered before the levy is paid in full. */
    private static Optional<Unpaid> unpaid(CoverageBasis basis) {
        if (basis.person().mergedInto().isPresent()) {
            return Optional.of(Unpaid.MERGED);
        }
        if (basis.levy().isEmpty()) {
            return Optional.of(Unpaid.LEVY_NOT_ISSUED);
        }
        var terms = basis.levy().get().terms();
        if (terms.state() == LevyTerms.State.HELD) {
            return Optional.of(Unpaid.LEVY_HELD);
        }
        if (terms.state() == LevyTerms.State.CANCELLED) {
            return Optional.of(terms.reason().equals("REFUNDED") ? Unpaid.REFUNDED : Unpaid.ENROLLMENT_ENDED);
        }
        if (basis.paid().compareTo(terms.due()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(basis.paid().isZero() ? Unpaid.UNPAID : Unpaid.PAID_SHORT);
    }

    private static CoverageResult entitled(
            CoverageBasis basis, EntitlementFacts facts, EntitlementDecision.Entitled entitled, Law law) {
        var events = events(basis.enrollment(), facts.facts(), entitled, law);
        var covered = Coverage.intervals(entitled, events);
        var again = new Again(basis.enrollment().registeredOn(), entitled, law);
        for (var earlier : basis.endedEarlier()) {
            covered = withoutTheTimeBetween(covered, earlier, again);
        }
        var intervals = covered.stream().map(CoverageQuestion::interval).toList();
        return new CoverageResult(
                intervals,
                Optional.empty(),
                facts.canonicalJson(),
                entitled.worksheet().json().canonical(),
                entitled.release());
    }

    private static List<EntitlementDecision> events(
            Enrollment enrollment, Facts facts, EntitlementDecision.Entitled entitled, Law law) {
        var events = new ArrayList<EntitlementDecision>();
        Suspended.of(enrollment.facts(), facts)
                .forEach(suspended -> events.add(Entitlement.decide(suspended.question(), law)));
        facts.day("death_date")
                .filter(day -> LawWords.knows("event", DEATH, law))
                .ifPresent(day -> events.add(Entitlement.decide(EntitlementFacts.termination(DEATH, day), law)));
        if (!enrollment.enrolled()) {
            enrollment.endedOn().ifPresent(day -> events.add(ending(enrollment, day, entitled, law)));
        }
        return events;
    }

    /** 重新登记 in the year in which another registration had ended. */
    private record Again(java.time.LocalDate on, EntitlementDecision.Entitled entitled, Law law) {}

    private static List<CoverageInterval> withoutTheTimeBetween(
            List<CoverageInterval> covered, Enrollment earlier, Again again) {
        return earlier.endedOn()
                .map(day -> ending(earlier, day, again.entitled(), again.law()))
                .filter(EntitlementDecision.Termination.class::isInstance)
                .map(ended -> Coverage.enrolledAgain(covered, (EntitlementDecision.Termination) ended, again.on()))
                .orElse(covered);
    }

    /** By the law's word for the event; an ending the law has no word for ends cover with the day that enrollment names. */
    private static EntitlementDecision ending(
            Enrollment enrollment, java.time.LocalDate day, EntitlementDecision.Entitled entitled, Law law) {
        var event = enrollment.endReason().toLowerCase(java.util.Locale.ROOT);
        if (LawWords.knows("event", event, law)) {
            return Entitlement.decide(EntitlementFacts.termination(event, day), law);
        }
        return new EntitlementDecision.Termination(
                Optional.of(day), law.wholeText(), law.release(), entitled.worksheet());
    }

    private static CoverageResult.Interval interval(CoverageInterval interval) {
        return new CoverageResult.Interval(
                interval.range().first(),
                interval.range().last(),
                interval.state().name(),
                interval.reason(),
                interval.citation().article());
    }

    /** Reasons of this service; the law's own reasons carry the law's codes. */
    private enum Unpaid {
        LEVY_NOT_ISSUED("应缴尚未核定，待本地开始征缴后核定"),
        LEVY_HELD("应缴暂缓核定，查看应缴的暂缓原因"),
        UNPAID("尚未缴费"),
        PAID_SHORT("缴费不足，补足后按补足之日判断"),
        REFUNDED("已退费，参保关系终止"),
        MERGED("与同一人的另一登记合并，缴费和待遇看保留的登记"),
        ENROLLMENT_ENDED("参保登记已取消或终止");

        private final String text;

        Unpaid(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
