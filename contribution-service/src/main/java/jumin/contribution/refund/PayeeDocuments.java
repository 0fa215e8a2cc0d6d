package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Laws;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import jumin.regulation.law.Law;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 收款人不是本人的材料: what the law asks for by the payee's relation, and whether it was handed in. Nothing where the law of the year is not there. */
@ApplicationScoped
class PayeeDocuments {

    private static final String WORDS = "refund_document";

    private final Laws laws;
    private final Sql database;

    PayeeDocuments(Laws laws, Sql database) {
        this.laws = laws;
        this.database = database;
    }

    /** One paper that the payee needs. */
    @Schema(name = "RefundPayeeDocument", description = "收款人不是本人时须有的材料")
    public record Needed(
            @Schema(description = "代码；上传时材料种类写代码或名称", examples = "power_of_attorney")
            String code,

            @Schema(examples = "授权委托书") String title,
            @Schema(description = "依据") String basis,
            @Schema(description = "已上传") boolean present) {}

    List<Needed> of(RefundCase refund, RefundCase.Payee payee) {
        return laws.of(refund.where().area(), refund.benefitYear())
                .map(law -> needed(law, payee, kinds(refund.id())))
                .orElse(List.of());
    }

    /** Call before money is sent to that payee. */
    void require(RefundCase refund, RefundCase.Payee payee) {
        var missing =
                of(refund, payee).stream().filter(paper -> !paper.present()).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ContributionProblem.REFUND_DOCUMENT_MISSING,
                    "款项付给参保人以外的人，须有“" + missing.stream().map(Needed::title).collect(Collectors.joining("”、“")) + "”（"
                            + missing.getFirst().basis() + "），请由受理人上传，材料种类照写此名称，再复核。");
        }
    }

    private static List<Needed> needed(Law law, RefundCase.Payee payee, List<String> kinds) {
        var words = Vocabulary.of(law).words(WORDS);
        var handedIn = words.words().stream()
                .filter(word -> kinds.contains(word) || kinds.contains(words.title(words.number(word))))
                .toList();
        var asked = FormalityFacts.refundPayee(payee.name().toLowerCase(Locale.ROOT), handedIn);
        return Formality.decide(asked, law) instanceof FormalityDecision.Documents documents
                ? documents.required().stream()
                        .map(word -> new Needed(
                                word,
                                words.title(words.number(word)),
                                documents.citation().instrument()
                                        + documents.citation().article(),
                                !documents.missing().contains(word)))
                        .toList()
                : List.of();
    }

    private List<String> kinds(UUID refundId) {
        return database.list(
                "select distinct kind from refund_document where refund_id = ?",
                row -> row.getString(1).strip(),
                refundId);
    }
}
