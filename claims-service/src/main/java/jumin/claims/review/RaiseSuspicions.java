package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.encounter.Encounter;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.law.Laws;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.PaidCares;
import jumin.claims.settlement.SettledCare;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.claims.suspicion.Care;
import jumin.claims.suspicion.ReviewCare;
import jumin.claims.suspicion.Suspect;
import jumin.claims.suspicion.SuspectCare;
import jumin.claims.verification.NoteOpenPoints;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.review.Review;
import jumin.regulation.review.ReviewFacts;
import jumin.regulation.settlement.Adjudicator;

/**
 * 系统提出疑点: when a stay is registered, when a bill is settled, and when settled bills are looked at again.
 * It asks the law of the area; where the text has no rule nothing is raised. It decides nothing.
 */
@ApplicationScoped
public class RaiseSuspicions {

    static final String THE_SERVICE = "系统";

    private final WriteFinding write;
    private final Findings findings;
    private final Settlements settlements;
    private final SuspectCare suspicion;
    private final PaidCares paid;
    private final InsuredPersons persons;
    private final Laws laws;
    private final NoteOpenPoints open;
    private final JsonColumn json;
    private final Clock clock;

    RaiseSuspicions(
            WriteFinding write,
            Findings findings,
            Settlements settlements,
            SuspectCare suspicion,
            PaidCares paid,
            InsuredPersons persons,
            Laws laws,
            NoteOpenPoints open,
            JsonColumn json,
            Clock clock) {
        this.open = open;
        this.write = write;
        this.findings = findings;
        this.settlements = settlements;
        this.suspicion = suspicion;
        this.paid = paid;
        this.persons = persons;
        this.laws = laws;
        this.json = json;
        this.clock = clock;
    }

    /** 事前：入院登记. */
    void registered(@Observes Encounter encounter) {
        var hours = begunHours(Duration.between(encounter.admittedAt(), encounter.registeredAt()));
        var admitted = encounter.admittedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        var facts = ReviewFacts.none().count("hours_after_admission", hours);
        var subject = new Finding.Subject(
                encounter.provider(),
                encounter.divisionPath(),
                encounter.person(),
                Optional.empty(),
                Optional.of(encounter.id()));
        laws.on(encounter.area(), admitted).stream()
                .flatMap(law -> Review.of(facts, law).stream())
                .forEach(found -> write.run(
                        ReviewRule.of(encounter.area(), found.rule()),
                        subject,
                        new WriteFinding.Said("入院后第 " + hours + " 小时才登记", Money.ZERO, THE_SERVICE)));
    }

    private static long begunHours(Duration duration) {
        return duration.plusHours(1).minusNanos(1).toHours();
    }

    /** 事中：结算. In its transaction. */
    void settled(@Observes SettledCare settled) {
        raise(settled.row(), settled.suspects());
    }

    /**
     * 事后: a settled bill by the law of today's knowledge, and with the cares that were settled since; what it rests on unproved is listed, if it was not.
     * What was found of the same care before it was redone is not said again.
     */
    int again(SettlementRow row) {
        var document = settlements.document(row.id()).orElseThrow();
        var bill = json.read(document.bill(), BillRecord.class);
        open.again(row, bill);
        var used = laws.asUsed(row.law());
        var rules = laws.on(row.law().area(), row.law().on());
        if (used.isEmpty() || rules.isEmpty()) {
            return 0;
        }
        var care = care(bill, document.facts(), used.get(), isBilled(row));
        var beside = paid.beside(bill, persons.records(row.year().person()), row.id());
        var said = findings.rulesBefore(row.id(), THE_SERVICE);
        var suspects = new ReviewCare(care, beside, rules.get())
                .run().stream().filter(one -> !said.contains(one.rule().code())).toList();
        return raise(row, suspects);
    }

    /** A person's own claim has no provider that is to be paid. */
    private static boolean isBilled(SettlementRow row) {
        return row.origin().provider().matches(ProviderCode.FORM);
    }

    private Care care(BillRecord bill, String facts, Law law, boolean billed) {
        var read = Adjudicator.read(facts, law);
        return new Care(bill, read, Adjudicator.adjudicate(read, law), law, billed, suspicion.leave(bill.encounter()));
    }

    private int raise(SettlementRow row, List<Suspect> suspects) {
        var subject = RaiseFinding.subject(row, row.id().value());
        return (int) suspects.stream()
                .map(one -> write.run(
                        ReviewRule.of(row.law().area(), one.rule()),
                        subject,
                        new WriteFinding.Said(one.detail(), one.amount(), THE_SERVICE)))
                .filter(Optional::isPresent)
                .count();
    }
}
