package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Standards are public: every caller may read them. */
@ApplicationScoped
public class ReadStandards {

    private final Standards standards;

    ReadStandards(Standards standards) {
        this.standards = standards;
    }

    @Transactional
    public List<StandardView> list(String area, int benefitYear) {
        return standards.of(area, benefitYear).stream().map(StandardView::of).toList();
    }

    @Transactional
    public StandardView one(UUID id) {
        return standards
                .findByIdOptional(id)
                .map(StandardView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此标准。"));
    }
}
