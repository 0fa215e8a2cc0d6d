package jumin.claims.clearing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 机构日对账 */
@Path("providers/{code}/days")
@RunOnVirtualThread
@RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "clearing", description = "机构对账与月度结算")
public class ProviderDaysResource {

    private final ProviderDays days;
    private final FundOfProvider funds;
    private final CurrentCaller caller;
    private final Clock clock;

    ProviderDaysResource(ProviderDays days, FundOfProvider funds, CurrentCaller caller, Clock clock) {
        this.days = days;
        this.funds = funds;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whoever keeps the account sees all of it, as the monthly statement adds it up; others the persons of their division. */
    private <T> T asKept(ProviderCode code, Callable<T> reading) {
        var me = caller.get();
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return funds.keeps(code, today, me) ? caller.callAsService(reading) : caller.callAs(me, reading);
    }

    @GET
    @Path("totals")
    @Operation(operationId = "readDailyTotals", summary = "按日、按参保地的总账（3201）")
    public List<DailyTotal> totals(
            ProviderCode code, @RestQuery @NotNull LocalDate from, @RestQuery @NotNull LocalDate to) {
        return asKept(code, () -> days.totals(code.value(), from, to));
    }

    @GET
    @Path("details")
    @Operation(operationId = "readDailyDetails", summary = "一日的明细（3202）", description = "after 为上一页最后一笔的 settlementId。")
    public List<DailyDetail> details(
            ProviderCode code,
            @RestQuery @NotNull LocalDate on,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("1000") @Min(1) @Max(10000) int limit) {
        return asKept(code, () -> days.details(code.value(), on, after, limit));
    }

    @GET
    @Path("refusals")
    @Operation(
            operationId = "readDailyRefusals",
            summary = "没有支付的结算及原因",
            description = "不予支付和暂缓的逐笔列出，写明条款和补救办法；after 为上一页最后一笔的 settlementId。")
    public List<DailyRefusal> refusals(
            ProviderCode code,
            @RestQuery @NotNull LocalDate from,
            @RestQuery @NotNull LocalDate to,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
        var page = new ProviderDays.Page(Optional.ofNullable(after), limit);
        return asKept(code, () -> days.refusals(code.value(), from, to, page));
    }
}
