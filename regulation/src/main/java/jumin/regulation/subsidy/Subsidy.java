package jumin.regulation.subsidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Classes;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Frame;
import jumin.regulation.block.GivenFact;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Table;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.Provision;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;
import jumin.regulation.worksheet.Worksheet;

/** 资助参保，就高：each identity that holds is weighed; with equal amounts the order of the text decides. */
public final class Subsidy {

    private final Schema schema;
    private final List<Derived> derived;
    private final List<Choice<Identity>> identities;
    private final Reasons reasons;
    private final Clause contribution;
    private final Clause person;

    /** 一种身份的资助规定。 */
    private record Identity(
            String category, Tier tier, Optional<Provision<Lookup>> fixed, String payer, Clause clause, Clause full) {}

    private Subsidy(Law law) {
        reasons = Reasons.of(law);
        schema = new Schema(reasons.vocabulary().facts("subsidy"), Rounding.of(law));
        derived = Classes.compile(law, schema, "subsidy.").all();
        identities = LawDataProblem.ofEach(
                law.keys("subsidy.identity."),
                key -> Choice.of(law.get(key), law, schema, option -> identity(law, key, option)));
        contribution = reasons.legend()
                .clause(
                        "contribution",
                        "个人缴费标准",
                        law.get("contribution.individual").citation());
        person = reasons.legend()
                .clause("person", "个人应缴", law.get("contribution.individual").citation());
    }

    public static SubsidyDecision decide(SubsidyFacts facts, Law law) {
        return of(law).decide(facts.facts());
    }

    /** Decides stored facts again. */
    public static SubsidyDecision replay(String factsJson, Law law) {
        return of(law).decide(FactsJson.read(factsJson, Vocabulary.of(law).facts("subsidy")));
    }

    private static Subsidy of(Law law) {
        return law.compiled(Subsidy.class, Subsidy::new);
    }

    private Identity identity(Law law, String key, Node option) {
        var category = option.text("category");
        var tier = Tier.valueOf(option.text("tier").toUpperCase(java.util.Locale.ROOT));
        var fixed = option.find("amount").map(amount -> standard(law, key, amount));
        var citation = option.find("cite")
                .map(article -> new jumin.regulation.law.Citation(
                        law.get(key).citation().instrument(), article.text()))
                .orElse(law.get(key).citation());
        var title = reasons.vocabulary()
                .words("category")
                .title(reasons.vocabulary().words("category").number(category));
        var full = reasons.legend().clause(key, title + "：全额资助", citation);
        var clause = tier == Tier.FULL ? full : reasons.legend().clause(key, title + "：定额资助", citation);
        return new Identity(category, tier, fixed, option.text("payer"), clause, full);
    }

    /** The amount that a rule sets (a constant, or a share of the year's contribution), or that the city decided and the facts bring. */
    private Provision<Lookup> standard(Law law, String key, Node name) {
        if (law.find(name.text()).isEmpty()) {
            var fact = schema.get(name.text(), name);
            return new Cited<>(
                    new GivenFact(fact.index()),
                    law.get(key).title(),
                    law.get(key).citation());
        }
        return law.get(name.text()).provision(version -> Table.of(law.get(name.text()), law, schema));
    }

    private SubsidyDecision decide(Facts facts) {
        var release = reasons.law().release();
        var sheet = reasons.sheet();
        var draft = reasons.notAccepted();
        if (draft.isPresent()) {
            return new SubsidyDecision.Held(draft.get(), release, sheet);
        }
        var due = facts.amount("individual_contribution");
        if (due.isEmpty()) {
            return new SubsidyDecision.Held(reasons.missing("当年个人缴费标准", contribution.citation()), release, sheet);
        }
        sheet.write(LineKind.TOTAL, contribution, due.get().fen());
        var considered = new ArrayList<SubsidyDecision.Award>();
        var missing = new ArrayList<Denial>();
        var frame = schema.frame(facts);
        derived.forEach(deriving -> deriving.derive(frame));
        for (var identity : holding(frame)) {
            switch (award(identity, frame)) {
                case Cited<Long> amount -> considered.add(considered(identity, amount.value(), due.get(), sheet));
                case RegulationGap<Long> gap -> missing.add(reasons.missing(gap.title(), gap.citation()));
                case NotProvided<Long> none -> {}
            }
        }
        var chosen = highest(considered);
        if (!missing.isEmpty() && chosen.amount().compareTo(due.get()) < 0) {
            return new SubsidyDecision.Held(missing.getFirst(), release, sheet);
        }
        sheet.write(
                LineKind.PERSON_TOTAL, person, due.get().minus(chosen.amount()).fen());
        return new SubsidyDecision.Decided(chosen, due.get(), considered, release, sheet);
    }

    private List<Identity> holding(long[] frame) {
        return identities.stream()
                .flatMap(choice -> choice.all(frame).stream())
                .map(Choice.Option::outcome)
                .toList();
    }

    /** What an identity gives; all of the contribution counts as unlimited. */
    private static Provision<Long> award(Identity identity, long[] frame) {
        if (identity.fixed().isEmpty()) {
            return new Cited<>(
                    Frame.UNLIMITED,
                    identity.clause().title(),
                    identity.clause().citation());
        }
        return switch (identity.fixed().get()) {
            case Cited<Lookup> fixed -> {
                long amount = fixed.value().at(frame);
                yield amount == Frame.ABSENT
                        ? new RegulationGap<>("", identity.clause().title(), "标准未公布", fixed.citation())
                        : new Cited<>(amount, fixed.title(), fixed.citation());
            }
            case RegulationGap<Lookup> gap -> new RegulationGap<>(gap.key(), gap.title(), gap.reason(), gap.citation());
            case NotProvided<Lookup> none -> new NotProvided<>(none.key(), none.title(), none.citation());
        };
    }

    private static SubsidyDecision.Award considered(Identity identity, long amount, Money due, Worksheet sheet) {
        boolean whole = amount == Frame.UNLIMITED;
        var clause = whole ? identity.full() : identity.clause();
        var award = whole ? due : Money.ofFen(amount).min(due);
        sheet.write(LineKind.PART, clause, award.fen());
        return new SubsidyDecision.Award(
                Optional.of(identity.category()),
                whole ? Tier.FULL : identity.tier(),
                award,
                Optional.of(identity.payer()),
                clause.citation());
    }

    private SubsidyDecision.Award highest(List<SubsidyDecision.Award> considered) {
        var highest = new SubsidyDecision.Award(
                Optional.empty(), Tier.NONE, Money.ZERO, Optional.empty(), contribution.citation());
        for (var award : considered) {
            if (award.amount().compareTo(highest.amount()) > 0) {
                highest = award;
            }
        }
        return highest;
    }
}
