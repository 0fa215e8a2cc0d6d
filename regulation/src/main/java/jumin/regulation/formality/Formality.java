package jumin.regulation.formality;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiFunction;
import jumin.regulation.Term;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Table;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Reasons;

/** 手续：零星报销的期限、材料和收款人，退费收款人的材料，入院登记，出院带药，学籍名录。 */
public final class Formality {

    private final Law law;
    private final Reasons reasons;
    private final Schema schema;

    private Formality(Law law) {
        this.law = law;
        reasons = Reasons.of(law);
        schema = new Schema(reasons.vocabulary().facts("formality"), Rounding.of(law));
    }

    public static FormalityDecision decide(FormalityFacts facts, Law law) {
        return law.compiled(Formality.class, Formality::new).decide(facts.facts());
    }

    /** Decides stored facts again. */
    public static FormalityDecision replay(String factsJson, Law law) {
        return decide(
                new FormalityFacts(FactsJson.read(factsJson, Vocabulary.of(law).facts("formality"))), law);
    }

    private FormalityDecision decide(Facts facts) {
        var draft = reasons.notAccepted();
        if (draft.isPresent()) {
            return new FormalityDecision.Held(draft.get(), law.release());
        }
        return switch (facts.word("op").orElse("")) {
            case "claim_deadline" -> ruled("claim.deadline", facts, this::claimDeadline);
            case "documents" -> ruled("claim.documents", facts, (rule, given) -> documents(rule, given, "submitted"));
            case "refund_payee" ->
                ruled("refund.payee_documents", facts, (rule, given) -> documents(rule, given, "refund_submitted"));
            case "payee" -> ruled("claim.payee", facts, this::payee);
            case "registration" -> ruled("admission.registration_hours", facts, this::registration);
            case "discharge_drug" -> ruled("discharge_drug.days", facts, this::dischargeDrug);
            case "school_list" -> ruled("enrollment.school_list_deadline", facts, this::schoolList);
            default -> notRegulated();
        };
    }

    private FormalityDecision ruled(
            String key, Facts facts, BiFunction<RuleInForce, Facts, FormalityDecision> deciding) {
        var rule = law.find(key);
        if (rule.isEmpty()) {
            return notRegulated();
        }
        return rule.get().version().isEmpty()
                ? held(rule.get().title(), rule.get())
                : deciding.apply(rule.get(), facts);
    }

    private FormalityDecision claimDeadline(RuleInForce rule, Facts facts) {
        var from = facts.day("discharge_date");
        if (from.isEmpty()) {
            return held("出院日期", rule);
        }
        var last = rule.rule().unit().equals("note")
                ? Optional.<Term>empty()
                : law.term(rule.key()) instanceof Cited<Term> term ? Optional.of(term.value()) : Optional.<Term>empty();
        var deadline = last.map(term -> term.after(from.get()));
        var onTime = facts.day("submitted_on")
                .map(day -> deadline.map(end -> !day.isAfter(end)).orElse(true));
        return new FormalityDecision.Deadline(deadline, onTime, rule.citation(), law.release());
    }

    private FormalityDecision schoolList(RuleInForce rule, Facts facts) {
        var year = facts.count("year");
        if (year.isEmpty()) {
            return held("年度", rule);
        }
        int month = Integer.parseInt(content(rule).text("end_of_month"));
        var deadline = YearMonth.of(year.get().intValue(), month).atEndOfMonth();
        var onTime = facts.day("submitted_on").map(day -> !day.isAfter(deadline));
        return new FormalityDecision.Deadline(Optional.of(deadline), onTime, rule.citation(), law.release());
    }

    private FormalityDecision documents(RuleInForce rule, Facts facts, String handedIn) {
        var required =
                Choice.of(rule, law, schema, option -> option.get("require").texts()).all(schema.frame(facts)).stream()
                        .flatMap(option -> option.outcome().stream())
                        .toList();
        var submitted = facts.words(handedIn);
        var missing =
                required.stream().filter(word -> !submitted.contains(word)).toList();
        return new FormalityDecision.Documents(required, missing, rule.citation(), law.release());
    }

    private FormalityDecision payee(RuleInForce rule, Facts facts) {
        return new FormalityDecision.Checked(refusal(rule, withAge(facts)), rule.citation(), law.release());
    }

    /** 未成年：not yet of age on the day it is asked about; whose birth is not given is what the facts say. */
    private Facts withAge(Facts facts) {
        var birth = facts.day("birth_date");
        var day = facts.day("submitted_on");
        if (facts.has("minor")
                || birth.isEmpty()
                || day.isEmpty()
                || !(law.term("person.adulthood") instanceof Cited<Term> adulthood)) {
            return facts;
        }
        return facts.with("minor", adulthood.value().after(birth.get()).isAfter(day.get()));
    }

    private FormalityDecision registration(RuleInForce rule, Facts facts) {
        var hours = facts.count("hours_after_admission");
        long allowed = Table.of(rule, law, schema).at(schema.frame(facts));
        if (hours.isEmpty()) {
            return held("入院登记的时间", rule);
        }
        return new FormalityDecision.Timely(hours.get() <= allowed, allowed, rule.citation(), law.release());
    }

    private FormalityDecision dischargeDrug(RuleInForce rule, Facts facts) {
        var days = facts.count("days");
        long allowed = Table.of(rule, law, schema).at(schema.frame(facts));
        if (days.isEmpty() || allowed == Frame.ABSENT) {
            return held("出院带药的天数、急性病或者慢性病", rule);
        }
        var refused = law.find("discharge_drug.form").flatMap(form -> refusal(form, facts));
        if (refused.isPresent()) {
            return payable(0, refused, rule);
        }
        boolean over = days.get() > allowed
                && refusal(rule(rule, "discharge_drug.excess"), facts).isPresent();
        return over
                ? payable(allowed, refusal(rule(rule, "discharge_drug.excess"), facts), rule)
                : payable(days.get(), Optional.empty(), rule);
    }

    private FormalityDecision payable(long days, Optional<Denial> cause, RuleInForce rule) {
        return new FormalityDecision.PayableDays(days, cause, rule.citation(), law.release());
    }

    private RuleInForce rule(RuleInForce named, String key) {
        return law.find(key).orElseThrow(() -> named.rule().node().problem("还须有规定“" + key + "”"));
    }

    /** The first refusal of a rule whose case holds. */
    private Optional<Denial> refusal(RuleInForce rule, Facts facts) {
        return Choice.of(rule, law, schema, option -> option.find("refuse").map(Node::text))
                .first(schema.frame(facts))
                .flatMap(option -> option.outcome().map(code -> reasons.denial(code, option.citation())));
    }

    private static Node content(RuleInForce rule) {
        return rule.version().map(Version::content).orElseThrow();
    }

    private FormalityDecision held(String missing, RuleInForce rule) {
        return new FormalityDecision.Held(reasons.missing(missing, rule.citation()), law.release());
    }

    private FormalityDecision notRegulated() {
        return new FormalityDecision.NotRegulated(
                reasons.denial("BENEFIT_NOT_OFFERED", law.wholeText()), law.release());
    }
}
