package jumin.regulation.entitlement;

import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** 参保资格、参保地、待遇享受期、等待期、暂停与终止。Pure; the law is the benefit year's. */
public final class Entitlement {

    private Entitlement() {}

    public static EntitlementDecision decide(EntitlementFacts facts, Law law) {
        var program = EntitlementProgram.of(law);
        var draft = program.paper().reasons().notAccepted();
        if (draft.isPresent()) {
            return new EntitlementDecision.Held(
                    draft.get(), law.release(), program.paper().reasons().sheet());
        }
        return switch (facts.facts().word("enrollment_type").orElse("ordinary")) {
            case "eligibility" -> program.admissions().admit("entitlement.eligibility", facts.facts());
            case "identity_document" -> program.admissions().admit("entitlement.identity_document", facts.facts());
            case "place" -> program.admissions().place(facts.facts());
            case "suspend_resume" -> program.endings().suspend(facts.facts());
            case "termination" -> program.endings().terminate(facts.facts());
            default -> program.routes().decide(facts.facts());
        };
    }

    /** Decides stored facts again. */
    public static EntitlementDecision replay(String factsJson, Law law) {
        return decide(
                new EntitlementFacts(
                        FactsJson.read(factsJson, Vocabulary.of(law).facts("entitlement"))),
                law);
    }
}
