package jumin.claims.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.ClaimsProblem;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.platform.problem.ProblemException;

/** 外检外购所去的机构: one that is named must be the one that is registered, under agreement on the day. */
@ApplicationScoped
class PurchasePlaces {

    private final CareProviders providers;

    PurchasePlaces(CareProviders providers) {
        this.providers = providers;
    }

    void check(FilingSubmission filing) {
        Optional.ofNullable(filing.details().outsidePurchase())
                .filter(where -> where.provider() != null)
                .ifPresent(where -> check(filing, where));
    }

    private void check(FilingSubmission filing, FilingDetails.OutsidePurchase where) {
        var place = providers
                .on(new ProviderCode(where.provider()), filing.validFrom())
                .orElseThrow(() -> wrong("provider", "没有登记机构 " + where.provider()));
        if (place.designatedFor().isEmpty()) {
            throw wrong("provider", "机构 " + where.provider() + " 当日没有有效的服务协议，不是定点医药机构");
        }
        differs(place, where).ifPresent(field -> {
            throw wrong(field, "与机构 " + where.provider() + " 的登记不符");
        });
    }

    private static Optional<String> differs(CareProvider place, FilingDetails.OutsidePurchase where) {
        if (!place.area().equals(where.area())) {
            return Optional.of("area");
        }
        return place.pharmacy() || place.level().equals(where.providerLevel())
                ? Optional.empty()
                : Optional.of("providerLevel");
    }

    private static ProblemException wrong(String field, String message) {
        return ProblemException.field(
                ClaimsProblem.FILING_VALUE_UNKNOWN,
                "/details/outsidePurchase/" + field,
                message,
                "请核对机构编号、级别和所在地；未登记的机构先由经办机构登记");
    }
}
