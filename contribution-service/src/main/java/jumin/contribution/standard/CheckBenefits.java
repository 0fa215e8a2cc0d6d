package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Laws;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Law;

/** What must be right in the benefits of a proposed standard: classes that the area's law knows, each once. */
@ApplicationScoped
class CheckBenefits {

    private static final String CATEGORIES = "person.categories";

    private final Laws laws;

    CheckBenefits(Laws laws) {
        this.laws = laws;
    }

    void run(StandardProposal proposal) {
        var known = laws.of(proposal.area(), proposal.benefitYear()).map(CheckBenefits::categories);
        var seen = new HashSet<List<String>>();
        var rows = proposal.parameters();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var at = "/benefits/" + i;
            var category = Optional.ofNullable(row.category());
            if (category.isPresent()
                    && known.filter(all -> !all.contains(category.get())).isPresent()) {
                throw wrong(at + "/category", "本统筹区的法规没有人员类别 " + category.get(), "请用法规用语，如 minimum_living");
            }
            if (!seen.add(List.of(row.layer().name(), category.orElse("")))) {
                throw wrong(at + "/category", "同一层同一类别写了两次", "一类人员一行");
            }
            if (row.layer() == BenefitParameter.Layer.CRITICAL_ILLNESS && row.line() == null) {
                throw wrong(at + "/line", "大病保险须写起付线", "没有起付线的写 0.00");
            }
        }
    }

    private static List<String> categories(Law law) {
        return Vocabulary.of(law)
                .facts("settlement")
                .find(CATEGORIES)
                .flatMap(Declaration::words)
                .map(WordList::words)
                .orElse(List.of());
    }

    private static ProblemException wrong(String pointer, String message, String suggestion) {
        return ProblemException.field(ContributionProblem.STANDARD_BENEFIT_INVALID, pointer, message, suggestion);
    }
}
