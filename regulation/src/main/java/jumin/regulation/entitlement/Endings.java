package jumin.regulation.entitlement;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.block.Choice;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;

/** 暂停、恢复与终止。 */
final class Endings {

    private final EntitlementProgram.Paper paper;
    private final RuleInForce suspension;
    private final Clause suspended;
    private final Clause resumed;
    private final Clause last;
    private final RuleInForce termination;
    private final Choice<LastDay> lastDays;

    /** 最后享受待遇之日。 */
    private enum LastDay {
        EVENT_DATE,
        DAY_BEFORE,
        NONE
    }

    Endings(Law law, EntitlementProgram.Paper paper) {
        this.paper = paper;
        suspension = law.get("entitlement.suspension");
        termination = law.get("entitlement.termination");
        var legend = paper.reasons().legend();
        suspended = legend.clause(suspension.key(), "自该日起暂停居民医保待遇", suspension.citation());
        resumed = legend.clause(suspension.key(), "自该日起恢复居民医保待遇", suspension.citation());
        last = legend.clause(termination.key(), "最后享受待遇之日", termination.citation());
        lastDays = Choice.of(termination, law, paper.schema(), Endings::lastDay);
    }

    private static LastDay lastDay(Node option) {
        return option.find("last_covered")
                .map(node -> LastDay.valueOf(node.text().toUpperCase(java.util.Locale.ROOT)))
                .orElse(LastDay.NONE);
    }

    EntitlementDecision suspend(Facts facts) {
        var sheet = paper.reasons().sheet();
        if (suspension.version().isEmpty()) {
            var none = paper.reasons().denial("BENEFIT_NOT_OFFERED", suspension.citation());
            return new EntitlementDecision.Refused(none, Optional.empty(), Optional.empty(), paper.release(), sheet);
        }
        var start = facts.day("employee_start");
        if (start.isEmpty()) {
            return new EntitlementDecision.Held(
                    paper.reasons().missing("参加职工医保之日", suspension.citation()), paper.release(), sheet);
        }
        var resume = facts.day("resume_application_date");
        sheet.write(LineKind.DAY, suspended, start.get().toEpochDay());
        resume.ifPresent(day -> sheet.write(LineKind.DAY, resumed, day.toEpochDay()));
        return new EntitlementDecision.Suspended(start.get(), resume, suspension.citation(), paper.release(), sheet);
    }

    EntitlementDecision terminate(Facts facts) {
        var sheet = paper.reasons().sheet();
        var event = facts.day("event_date");
        var rule = lastDays.first(paper.frame(facts));
        if (event.isEmpty() || rule.isEmpty()) {
            return new EntitlementDecision.Held(paper.reasons().missingRule(termination), paper.release(), sheet);
        }
        Optional<LocalDate> lastDay = switch (rule.get().outcome()) {
            case EVENT_DATE -> event;
            case DAY_BEFORE -> event.map(day -> day.minusDays(1));
            case NONE -> Optional.empty();
        };
        lastDay.ifPresent(day -> sheet.write(LineKind.DAY, last, day.toEpochDay()));
        return new EntitlementDecision.Termination(lastDay, rule.get().citation(), paper.release(), sheet);
    }
}
