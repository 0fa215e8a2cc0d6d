package jumin.claims.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.coverage.Cover;
import jumin.claims.coverage.Covers;
import jumin.claims.entitlement.EntitlementView.CategoryView;
import jumin.claims.entitlement.EntitlementView.PersonView;
import jumin.claims.entitlement.EntitlementView.Verdict;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.claims.readmodel.ReadModels;
import jumin.platform.audit.Audit;

/** 待遇资格查询. Answers from the read model only; what it does not know is undetermined, never guessed. */
@ApplicationScoped
public class CheckEntitlement {

    private final IdentifyPerson identify;
    private final CareProviders providers;
    private final Covers covers;
    private final ReadModels readModels;
    private final Audit audit;
    private final Clock clock;

    CheckEntitlement(
            IdentifyPerson identify,
            CareProviders providers,
            Covers covers,
            ReadModels readModels,
            Audit audit,
            Clock clock) {
        this.identify = identify;
        this.providers = providers;
        this.covers = covers;
        this.readModels = readModels;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights; the caller learns of one person only, whose number and name it already has. */
    @Transactional
    public EntitlementView run(EntitlementRequest asked, ProviderCode provider) {
        var on = Optional.ofNullable(asked.on()).orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        var area = providers.on(provider, on).map(CareProvider::area).orElse("");
        return switch (identify.run(asked.idNumber(), asked.name(), area)) {
            case IdentifyPerson.Found found -> answer(found.person(), on);
            case IdentifyPerson.NotFound missing ->
                EntitlementView.undetermined(on, missing.code(), missing.reason(), missing.next(), readModels.ages());
        };
    }

    private EntitlementView answer(InsuredPerson person, LocalDate on) {
        audit.read("entitlement", person.id(), person.divisionPath());
        var cover = covers.of(person.id(), on.getYear(), on.getYear()).stream().findFirst();
        return cover.map(known -> known(person, on, known)).orElseGet(() -> unknown(person, on));
    }

    private EntitlementView known(InsuredPerson person, LocalDate on, Cover cover) {
        var interval = cover.on(on);
        var entitled = interval.map(Cover.Interval::state).equals(Optional.of(Cover.State.COVERED));
        var reason = interval.map(Reason::of)
                .or(() -> cover.notCovered().map(Reason::of))
                .orElse(new Reason("OUTSIDE_BENEFIT_PERIOD", "当日不在待遇享受期内", ""));
        return new EntitlementView(
                on,
                entitled ? Verdict.ENTITLED : Verdict.NOT_ENTITLED,
                reason.code(),
                reason.text(),
                reason.article(),
                null,
                PersonView.of(person),
                categories(person, on),
                cover.intervals(),
                cover.computedAt(),
                readModels.ages());
    }

    private EntitlementView unknown(InsuredPerson person, LocalDate on) {
        return new EntitlementView(
                on,
                Verdict.UNDETERMINED,
                "COVERAGE_UNKNOWN",
                "尚未收到该参保人 " + on.getYear() + " 年度的待遇享受期",
                null,
                "请稍后再查；仍无结果的，请参保人联系参保地经办机构核实缴费，费用可先由个人垫付后申请零星报销",
                PersonView.of(person),
                categories(person, on),
                List.of(),
                null,
                readModels.ages());
    }

    private static List<CategoryView> categories(InsuredPerson person, LocalDate on) {
        return person.recognisedOn(on).stream().map(CategoryView::of).toList();
    }

    private record Reason(String code, String text, String article) {

        static Reason of(Cover.Interval interval) {
            return new Reason(interval.state().name(), interval.reason(), interval.article());
        }

        static Reason of(Cover.NotCovered none) {
            return new Reason(none.code(), none.text(), none.article());
        }
    }
}
