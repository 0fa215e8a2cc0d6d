package jumin.enrollment.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;

/** 参保登记所依的法规: questions that the counter asks of the law. */
@ApplicationScoped
public class RegistrationLaw {

    private final LawShelf shelf;

    RegistrationLaw(LawShelf shelf) {
        this.shelf = shelf;
    }

    /** Why a document is not accepted; empty when it is. */
    public Optional<String> refusesDocument(String area, String document, LocalDate on) {
        return shelf.find(area, on)
                .map(law -> Entitlement.decide(
                        EntitlementFacts.of("identity_document")
                                .with(Facts.none().with("document", document)),
                        law))
                .flatMap(decision -> decision instanceof EntitlementDecision.Refused refused
                        ? Optional.of(refused.cause().title())
                        : Optional.empty());
    }
}
