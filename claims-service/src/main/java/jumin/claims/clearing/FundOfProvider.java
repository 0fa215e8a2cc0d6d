package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jumin.claims.ClaimsProblem;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.Roles;

/** 付款的统筹区与机构: whose account of a provider somebody may keep. */
@ApplicationScoped
class FundOfProvider {

    private final CareProviders providers;

    FundOfProvider(CareProviders providers) {
        this.providers = providers;
    }

    /** Whether somebody keeps the whole account of a provider: the provider itself, and the staff where it lies. */
    boolean keeps(ProviderCode code, LocalDate today, Caller who) {
        return who.has(Roles.HOSPITAL)
                ? ProviderCode.of(who).equals(code)
                : providers
                        .on(code, today)
                        .filter(one -> who.scope().division().contains(one.divisionPath()))
                        .isPresent();
    }

    /**
     * Where the account between a fund and a provider lies: a provider of this fund belongs to its county, any other to the
     * fund's city. Needs the service's rights; {@code by} must be of it.
     */
    String division(ProviderCode code, String area, LocalDate today, Caller by) {
        var provider = providers
                .on(code, today)
                .orElseThrow(() -> new ProblemException(ClaimsProblem.PROVIDER_UNKNOWN, "机构 " + code + " 尚未登记。"));
        var division = provider.area().equals(area) ? provider.divisionPath() : area + "/";
        if (!by.scope().division().contains(division)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该机构或统筹区不在您的辖区。");
        }
        return division;
    }
}
