package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jumin.claims.law.Laws;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import jumin.regulation.law.Law;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 材料、期限与收款人, as each city's text asks for them; where it asks for nothing, nothing is missing. */
@ApplicationScoped
public class Checklist {

    private final Laws laws;
    private final Clock clock;

    Checklist(Laws laws, Clock clock) {
        this.laws = laws;
        this.clock = clock;
    }

    /** A document that is asked for. */
    @Schema(description = "须提交的材料与条款")
    public record Document(@Schema(examples = "fee_list") String code, String title, String article) {}

    /** All that may be asked for: as for a stay with an operation. */
    List<Document> documents(String area) {
        return of(area, List.of(), true);
    }

    /** What is still missing for a claim. */
    List<Document> missing(ManualClaim claim) {
        return of(claim.whose().area(), claim.documents(), claim.hadOperation());
    }

    /** 材料不全 by the text: what is missing, the article and the version of the law; none when nothing is missing. */
    Optional<FormalityDecision.Documents> incomplete(ManualClaim claim) {
        return documents(claim.whose().area(), claim.documents(), claim.hadOperation())
                .filter(asked -> !asked.missing().isEmpty());
    }

    /** All that is asked for with a claim, whether it was handed in or not. */
    List<Document> asked(ManualClaim claim) {
        return of(claim.whose().area(), List.of(), claim.hadOperation());
    }

    /** 材料的名称: of a word that the law knows, or the word itself. */
    String title(String area, String word) {
        return laws.on(area, today())
                .filter(law ->
                        Vocabulary.of(law).words("claim_document").words().contains(word))
                .map(law -> title(law, word))
                .orElse(word);
    }

    private List<Document> of(String area, Collection<String> received, boolean hadOperation) {
        return documents(area, received, hadOperation)
                .map(asked -> asked.missing().stream()
                        .map(word -> new Document(
                                word, title(area, word), asked.citation().article()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<FormalityDecision.Documents> documents(
            String area, Collection<String> received, boolean hadOperation) {
        return laws.on(area, today())
                .map(law -> Formality.decide(FormalityFacts.documents(List.copyOf(received), hadOperation), law))
                .filter(FormalityDecision.Documents.class::isInstance)
                .map(FormalityDecision.Documents.class::cast);
    }

    /** Codes that the law here has no word for. */
    List<String> unknown(String area, Collection<String> documents) {
        return laws.on(area, today())
                .map(law -> Vocabulary.of(law).words("claim_document"))
                .map(words -> documents.stream()
                        .filter(word -> !words.words().contains(word))
                        .toList())
                .orElse(List.of());
    }

    private static String title(Law law, String word) {
        var words = Vocabulary.of(law).words("claim_document");
        return words.title(words.number(word));
    }

    /** The last day, and whether a day is in time; none where the text sets none. */
    Optional<FormalityDecision.Deadline> deadline(String area, LocalDate discharge, LocalDate submitted) {
        return laws.on(area, today())
                .map(law -> Formality.decide(FormalityFacts.claimDeadline(discharge, submitted), law))
                .filter(FormalityDecision.Deadline.class::isInstance)
                .map(FormalityDecision.Deadline.class::cast);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
