package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.claims.wire.Articles;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.Provision;
import jumin.regulation.law.RegulationGap;

/** 预留返还: made by one by the result of the year's assessment, decided by another, paid by finance; each step is told to the fund's books. */
@ApplicationScoped
public class ReleaseRetention {

    /** Which share goes back, or who says so. */
    private static final String RULE = "fund.provider_retention";

    private final RetentionReleases releases;
    private final FundOfProvider funds;
    private final PayProviders payments;
    private final Laws laws;
    private final Feed feed;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReleaseRetention(
            RetentionReleases releases,
            FundOfProvider funds,
            PayProviders payments,
            Laws laws,
            Feed feed,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.releases = releases;
        this.funds = funds;
        this.payments = payments;
        this.laws = laws;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights, as the monthly statements do; {@code by} must be of the fund. */
    @Transactional(Transactional.TxType.MANDATORY)
    RetentionReleaseView make(RetentionReleaseSubmission wanted, Caller by) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (wanted.year() >= today.getYear()) {
            throw ProblemException.field(
                    ClaimsProblem.YEAR_NOT_OVER, "/year", wanted.year() + " 年度尚未结束", "年度考核后再办理预留返还");
        }
        var division = funds.division(wanted.provider(), wanted.area(), today, by);
        var retained = releases.retained(wanted.provider().value(), wanted.area(), wanted.year());
        if (retained.unapproved() > 0) {
            throw new ProblemException(
                    ClaimsProblem.STATEMENT_STATE_DIFFERS,
                    wanted.year() + " 年度还有 " + retained.unapproved() + " 张月度结算单没有复核，复核后再办理预留返还。");
        }
        if (retained.open().fen() <= 0) {
            throw new ProblemException(ClaimsProblem.NOTHING_RETAINED, wanted.year() + " 年度没有预留，或已全部处理。");
        }
        var view = view(wanted, retained, basis(wanted), today);
        releases.insert(view, division);
        return told(view, division);
    }

    /** @param text the article, or the agreement to which it leaves the share */
    private record Basis(Rate share, String text) {}

    private Basis basis(RetentionReleaseSubmission wanted) {
        var law = laws.on(wanted.area(), LocalDate.of(wanted.year(), 12, 31))
                .orElseThrow(
                        () -> new ProblemException(ClaimsProblem.LAW_NOT_LOADED, "没有统筹区 " + wanted.area() + " 的法规数据。"));
        return switch (provision(law)) {
            case Cited<Rate> cited ->
                new Basis(asTheLawSays(cited, wanted.share()), Articles.readable(cited.citation()));
            case RegulationGap<Rate> gap ->
                new Basis(agreed(wanted.share()), Articles.readable(gap.citation()) + "：" + gap.reason());
            case NotProvided<Rate> none -> new Basis(agreed(wanted.share()), Articles.readable(none.citation()));
        };
    }

    private static Provision<Rate> provision(Law law) {
        return law.find(RULE).isPresent()
                ? law.rate(RULE)
                : new RegulationGap<>(RULE, "预留的返还", "按服务协议", law.wholeText());
    }

    private static Rate asTheLawSays(Cited<Rate> cited, Rate wanted) {
        if (wanted != null && !wanted.equals(cited.value())) {
            throw ProblemException.field(
                    ClaimsProblem.SHARE_DIFFERS,
                    "/share",
                    "返还比例 " + wanted + " 与" + Articles.readable(cited.citation()) + "的 " + cited.value() + " 不符",
                    "不填，或填 " + cited.value());
        }
        return cited.value();
    }

    private static Rate agreed(Rate wanted) {
        return Optional.ofNullable(wanted)
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.SHARE_DIFFERS, "/share", "返还比例必填：条文没有写明，按服务协议由考核结果得出", "全部返还填 1，全部不返还填 0"));
    }

    private RetentionReleaseView view(
            RetentionReleaseSubmission wanted, RetentionReleases.Retained retained, Basis basis, LocalDate today) {
        var released = Shares.of(retained.byYear(), basis.share());
        var whole = released.values().stream().reduce(Money.ZERO, Money::plus);
        return new RetentionReleaseView(
                TimeOrderedId.next(),
                wanted.provider().value(),
                wanted.area(),
                wanted.year(),
                wanted.result(),
                wanted.decision(),
                basis.text(),
                basis.share(),
                retained.open(),
                whole,
                retained.open().minus(whole),
                caller.get().id(),
                today,
                null,
                "",
                null,
                "",
                RetentionReleaseView.State.MADE,
                List.of(),
                released.entrySet().stream()
                        .map(one -> new ReleaseYear(
                                one.getKey(),
                                one.getValue(),
                                retained.byYear().get(one.getKey()).minus(one.getValue())))
                        .toList(),
                List.of());
    }

    @Transactional
    public RetentionReleaseView decide(UUID id, boolean agreed, String opinion) {
        var release = read(id);
        if (release.madeBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.RETENTION_NEEDS_TWO_PERSONS, "预留返还由您提出，请另一人复核。");
        }
        var to = agreed ? RetentionReleaseView.State.APPROVED : RetentionReleaseView.State.REJECTED;
        var decided = moved(release, releases.decide(id, to, caller.get().id(), opinion));
        if (!agreed && !decided.withdrawnApprovals().isEmpty()) {
            feed.publish("retention", decided.provider(), TakenBack.Release.of(decided));
        }
        return decided;
    }

    /** 撤回复核, as of a monthly statement; in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    RetentionReleaseView withdrawApproval(UUID id, String reason) {
        var release = read(id);
        if (caller.get().id().equals(release.decidedBy())) {
            throw new ProblemException(ClaimsProblem.RETENTION_NEEDS_TWO_PERSONS, "预留返还由您复核，请另一人撤回。");
        }
        return moved(release, payments.approvalWithdrawn(ProviderPayments.Payable.RETENTION, id, reason));
    }

    /** In the transaction of the idempotency key, as of a monthly statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    RetentionReleaseView pay(UUID id, String voucher, String lastFour) {
        var release = read(id);
        var paid = releases.pay(id, caller.get().id(), voucher);
        if (paid) {
            payments.paid(ProviderPayments.Payable.RETENTION, id, voucher, lastFour);
        }
        return moved(release, paid);
    }

    /** 银行退汇, as of a monthly statement; in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    RetentionReleaseView bounce(UUID id, String reason) {
        var release = read(id);
        if (release.released().isZero()) {
            throw new ProblemException(ClaimsProblem.RETENTION_STATE_DIFFERS, "该预留返还没有付给机构的款项，不会有退汇，请核对是哪一笔。");
        }
        var bounced = releases.move(id, RetentionReleaseView.State.PAID, RetentionReleaseView.State.BOUNCED);
        if (bounced) {
            payments.bounced(ProviderPayments.Payable.RETENTION, id, reason);
        }
        return moved(release, bounced);
    }

    /** 撤销误登的退汇, only while it has not been paid again. */
    @Transactional(Transactional.TxType.MANDATORY)
    RetentionReleaseView withdrawBounce(UUID id, String reason) {
        var release = read(id);
        var withdrawn = releases.move(id, RetentionReleaseView.State.BOUNCED, RetentionReleaseView.State.PAID);
        if (withdrawn) {
            payments.withdrawn(id, reason);
        }
        return moved(release, withdrawn);
    }

    @Transactional
    public RetentionReleaseView read(UUID id) {
        return releases.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此预留返还，或不在您的数据范围。"));
    }

    @Transactional
    public List<RetentionReleaseView> of(int year, String provider) {
        return releases.of(year, provider);
    }

    private RetentionReleaseView moved(RetentionReleaseView release, boolean moved) {
        if (!moved) {
            throw new ProblemException(
                    ClaimsProblem.RETENTION_STATE_DIFFERS,
                    "该预留返还当前状态为“" + read(release.id()).state().title() + "”，请刷新后再办。");
        }
        return told(read(release.id()), release.area() + "/");
    }

    /** What contribution's fund books read. */
    private RetentionReleaseView told(RetentionReleaseView view, String division) {
        audit.changed(
                "retention-release",
                view.id(),
                division,
                view.provider() + " " + view.year() + " " + view.state().title());
        feed.publish("retention", view.provider(), view);
        return view;
    }
}
