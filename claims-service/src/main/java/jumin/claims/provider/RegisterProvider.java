package jumin.claims.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Rate;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** Enters a designated provider and its agreements, or changes them. */
@ApplicationScoped
public class RegisterProvider {

    private static final String SUSPEND = """
            insert into provider_suspension (provider, qualification, valid_from, valid_to, decision, reason, entered_by)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (provider, qualification, valid_from) do update set valid_to = excluded.valid_to,
                decision = excluded.decision, reason = excluded.reason
            """;

    private final Sql database;
    private final Providers providers;
    private final ProviderAgreements agreements;
    private final Laws laws;
    private final Clock clock;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Event<ProviderChanged> changed;

    RegisterProvider(
            Sql database,
            Providers providers,
            ProviderAgreements agreements,
            Laws laws,
            Clock clock,
            CurrentCaller caller,
            Audit audit,
            Event<ProviderChanged> changed) {
        this.database = database;
        this.providers = providers;
        this.agreements = agreements;
        this.laws = laws;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
        this.changed = changed;
    }

    /** Runs in the transaction of the idempotency key. */
    public ProviderView run(ProviderSubmission wanted) {
        mayWrite(wanted.divisionPath());
        refuseUnknownWords(wanted);
        var provider = providers.findByIdOptional(wanted.code().value()).orElseGet(() -> fresh(wanted));
        mayWrite(provider.divisionPath);
        mayChangeStanding(provider, wanted);
        Optional.ofNullable(wanted.standingFrom()).ifPresent(from -> keepFormer(provider, from));
        tellWhatChanged(provider, wanted);
        provider.name = wanted.name();
        provider.divisionPath = wanted.divisionPath();
        provider.level = wanted.level();
        provider.kind = wanted.kind();
        provider.traditional = wanted.traditional();
        providers.persistAndFlush(provider);
        for (var i = 0; i < wanted.agreements().size(); i++) {
            agree(provider.code, wanted.agreements().get(i), "/agreements/" + i);
        }
        audit.changed("provider", provider.code, provider.divisionPath, "登记机构及协议");
        return ProviderView.of(provider, agreements.of(provider.code));
    }

    /** 级别、门诊统筹机构类别: words of the place's law, where it is loaded; a pharmacy has neither. */
    private void refuseUnknownWords(ProviderSubmission wanted) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var law =
                laws.on(wanted.divisionPath().substring(0, wanted.divisionPath().indexOf('/')), today);
        refuseUnknown("level", wanted.level(), law, isPharmacy(wanted));
        refuseUnknown("kind", wanted.kind(), law, isPharmacy(wanted));
    }

    private static void refuseUnknown(String field, String word, Optional<Law> law, boolean pharmacy) {
        if (word.isEmpty()) {
            return;
        }
        var words =
                law.map(known -> Vocabulary.of(known).words("provider_" + field).words());
        if (pharmacy || words.filter(known -> !known.contains(word)).isPresent()) {
            throw ProblemException.field(
                    ClaimsProblem.PROVIDER_VALUE_UNKNOWN,
                    "/" + field,
                    pharmacy ? "药店没有级别和机构类别" : "没有“" + word + "”",
                    pharmacy ? "不填" : "可填 " + String.join("、", words.orElse(List.of())));
        }
    }

    private static boolean isPharmacy(ProviderSubmission wanted) {
        return wanted.code().value().startsWith("P");
    }

    /** A correction without a day changes all care since the last change that was entered. */
    private void tellWhatChanged(Provider provider, ProviderSubmission wanted) {
        if (provider.level == null || same(provider, wanted)) {
            return;
        }
        var since = Optional.ofNullable(wanted.standingFrom())
                .or(() -> database.first(
                        "select last_day + 1 from provider_former where provider = ? order by last_day desc limit 1",
                        row -> row.getObject(1, LocalDate.class),
                        provider.code))
                .orElse(LocalDate.EPOCH);
        changed.fire(new ProviderChanged(provider.code, since));
    }

    /** What the provider was until the day before; once said, it stays: care was judged by it. */
    private void keepFormer(Provider provider, LocalDate from) {
        if (provider.level == null) {
            return;
        }
        var kept = database.update(
                """
                insert into provider_former (provider, last_day, level, kind, traditional, entered_by)
                select ?, ?, ?, ?, ?, ? where not exists
                    (select 1 from provider_former where provider = ? and last_day >= ?)
                """,
                provider.code,
                from.minusDays(1),
                provider.level,
                provider.kind,
                provider.traditional,
                caller.get().id(),
                provider.code,
                from.minusDays(1));
        if (kept == 0) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/standingFrom", "这一天之前的级别已登记过", "请填最近一次变更之后的日期；只是更正现在的登记则不填");
        }
    }

    /** Adds an agreement, or gives an existing one of the same first day another end. */
    public ProviderView agree(ProviderCode code, AgreementSubmission wanted) {
        var provider = providers
                .findByIdOptional(code.value())
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有机构 " + code + "，请先登记。"));
        mayWrite(provider.divisionPath);
        agree(provider.code, wanted, "");
        audit.changed("provider-agreement", provider.code, provider.divisionPath, wanted.decision());
        return ProviderView.of(provider, agreements.of(provider.code));
    }

    /** The same first day again changes the end; the day before it takes the suspension back, which has to be there. */
    public ProviderView suspend(ProviderCode code, SuspensionSubmission wanted) {
        var provider = providers
                .findByIdOptional(code.value())
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有机构 " + code + "，请先登记。"));
        mayWrite(provider.divisionPath);
        if (!wanted.takenBack() || !suspended(provider.code, wanted)) {
            refuseReversed(wanted.validFrom(), wanted.validTo(), "");
        }
        database.update(
                SUSPEND,
                provider.code,
                Optional.ofNullable(wanted.qualification()).map(Qualification::name),
                wanted.validFrom(),
                wanted.validTo(),
                wanted.decision(),
                wanted.reason(),
                caller.get().id());
        audit.changed(
                "provider-suspension",
                provider.code,
                provider.divisionPath,
                (wanted.takenBack() ? "撤销 " : "") + wanted.decision() + " " + wanted.reason());
        return ProviderView.of(provider, agreements.of(provider.code));
    }

    private boolean suspended(String provider, SuspensionSubmission wanted) {
        return database.count(
                        "select count(*) from provider_suspension where provider = ? and qualification is not distinct from ?"
                                + " and valid_from = ?",
                        provider,
                        Optional.ofNullable(wanted.qualification()).map(Qualification::name),
                        wanted.validFrom())
                > 0;
    }

    public Optional<ProviderView> find(ProviderCode code) {
        return providers.findByIdOptional(code.value()).map(one -> ProviderView.of(one, agreements.of(one.code)));
    }

    public List<ProviderView> under(String divisionPath) {
        return providers.under(divisionPath).stream()
                .map(one -> ProviderView.of(one, agreements.of(one.code)))
                .toList();
    }

    private void agree(String provider, AgreementSubmission wanted, String pointer) {
        refuseReversed(wanted.validFrom(), wanted.validTo(), pointer);
        var agreement = agreements
                .find(
                        "provider = ?1 and qualification = ?2 and validFrom = ?3",
                        provider,
                        wanted.qualification(),
                        wanted.validFrom())
                .firstResultOptional()
                .orElseGet(() -> fresh(provider, wanted));
        agreement.validTo = wanted.validTo();
        agreement.decision = wanted.decision();
        agreement.retentionRate =
                Optional.ofNullable(wanted.retentionRate()).map(Rate::decimal).orElse(null);
        agreements.persistAndFlush(agreement);
    }

    private static void refuseReversed(LocalDate from, LocalDate to, String pointer) {
        if (to != null && to.isBefore(from)) {
            throw ProblemException.field(
                    ClaimsProblem.AGREEMENT_DATES_REVERSED,
                    pointer + "/validTo",
                    "终止日 " + to + " 早于起始日 " + from,
                    "请核对日期");
        }
    }

    private static Provider fresh(ProviderSubmission wanted) {
        var provider = new Provider();
        provider.code = wanted.code().value();
        provider.area = wanted.divisionPath().substring(0, wanted.divisionPath().indexOf('/'));
        provider.divisionPath = wanted.divisionPath();
        return provider;
    }

    private static ProviderAgreement fresh(String provider, AgreementSubmission wanted) {
        var agreement = new ProviderAgreement();
        agreement.id = UUID.randomUUID();
        agreement.provider = provider;
        agreement.qualification = wanted.qualification();
        agreement.validFrom = wanted.validFrom();
        return agreement;
    }

    /** A hospital that no agency here answers for is everybody's: what care there is judged by is changed by a city, not by one county. */
    private void mayChangeStanding(Provider provider, ProviderSubmission wanted) {
        var division = caller.get().scope().division();
        var ofACounty = division.from().indexOf('/') < division.from().lastIndexOf('/');
        if (ofACounty && provider.level != null && !same(provider, wanted) && !hasAgency(provider.divisionPath)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "外地机构的级别、类别由市级变更，请报市级办理。");
        }
    }

    private static boolean same(Provider provider, ProviderSubmission wanted) {
        return wanted.level().equals(provider.level)
                && wanted.kind().equals(provider.kind)
                && wanted.traditional() == provider.traditional;
    }

    /** A place outside every city of this deployment has no agency here: whoever needs its hospital registers it. */
    private void mayWrite(String divisionPath) {
        if (!caller.get().scope().division().contains(divisionPath) && hasAgency(divisionPath)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "机构所在地不在您的辖区，请由其所在县（市、区）办理。");
        }
    }

    private boolean hasAgency(String divisionPath) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return laws.on(divisionPath.substring(0, divisionPath.indexOf('/')), today)
                .isPresent();
    }
}
