package jumin.contribution.organ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** Registers the tax organ of a division, or corrects it; everybody below is assessed again. Repeating it changes nothing. */
@ApplicationScoped
public class RegisterTaxOrgan {

    private final TaxOrgans organs;
    private final CurrentCaller caller;
    private final Jobs jobs;
    private final Audit audit;

    RegisterTaxOrgan(TaxOrgans organs, CurrentCaller caller, Jobs jobs, Audit audit) {
        this.organs = organs;
        this.caller = caller;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional
    public TaxOrgan.TaxOrganView run(TaxOrgan.TaxOrganView wanted) {
        if (!caller.get().scope().division().contains(wanted.divisionPath())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能登记本辖区的税务机关。");
        }
        var area = wanted.divisionPath().substring(0, wanted.divisionPath().indexOf('/'));
        var organ = organs.findByIdOptional(wanted.organ()).orElseGet(TaxOrgan::new);
        if (TaxOrgan.TaxOrganView.of(organ).equals(wanted)) {
            return wanted;
        }
        organ.organ = wanted.organ();
        organ.name = wanted.name();
        organ.area = area;
        organ.divisionPath = wanted.divisionPath();
        organs.persistAndFlush(organ);
        jobs.submit("assessment", Map.of("area", area, "benefitYear", 0, "divisionPath", wanted.divisionPath()));
        audit.changed("tax-organ", organ.organ, organ.divisionPath, "登记税务机关");
        return TaxOrgan.TaxOrganView.of(organ);
    }

    @Transactional
    public List<TaxOrgan.TaxOrganView> list() {
        return organs.listAll().stream().map(TaxOrgan.TaxOrganView::of).toList();
    }
}
