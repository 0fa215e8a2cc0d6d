package jumin.claims.provider;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.Sql.ArrayOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 医保医师: the doctors of a provider who may prescribe for the fund, from day to day. */
@Singleton
public class Doctors {

    private static final String COLUMNS = "select code, name, valid_from, valid_to, decision from insurance_doctor ";

    private static final String UPSERT = """
            insert into insurance_doctor (provider, code, name, valid_from, valid_to, decision)
            select ?, * from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[])
            on conflict (provider, code, valid_from) do update set name = excluded.name, valid_to = excluded.valid_to,
                decision = excluded.decision
            """;

    private final Sql database;
    private final Providers providers;
    private final ProviderPlaces places;
    private final CurrentCaller caller;
    private final Audit audit;

    Doctors(Sql database, Providers providers, ProviderPlaces places, CurrentCaller caller, Audit audit) {
        this.database = database;
        this.providers = providers;
        this.places = places;
        this.caller = caller;
        this.audit = audit;
    }

    /** The days on which a doctor may prescribe for the fund. */
    @Schema(description = "医保医师：编号、姓名、支付资格的起止日（暂停、终止即写终止日，恢复另起一段）")
    public record Standing(
            @NotBlank @Size(max = 50) @Schema(description = "医师编号（bilg_dr_codg）")
            String code,

            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate validFrom,
            LocalDate validTo,

            @NotBlank @Size(max = 100) @Schema(description = "登记或处理的文号")
            String decision) {

        boolean holds(String doctor, LocalDate day) {
            return code.equals(doctor) && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** All periods of some doctors of a provider. */
    public record Register(List<Standing> periods) {

        public boolean holds(String doctor, LocalDate day) {
            return periods.stream().anyMatch(one -> one.holds(doctor, day));
        }
    }

    public Register register(String provider, Collection<String> doctors) {
        return new Register(database.list(
                COLUMNS + "where provider = ? and code = any (?::text[])",
                Doctors::standing,
                provider,
                new ArrayOf("text", List.copyOf(doctors))));
    }

    /** So many doctors by code, each with all periods, by day: a page never ends within one. */
    @Transactional
    List<Standing> page(ProviderCode provider, String after, int limit) {
        if (!caller.get().scope().provider().contains(provider.value())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能查看本机构的医保医师。");
        }
        audit.read("insurance-doctors", provider, places.of(provider.value()));
        return database.list(
                COLUMNS + "where provider = ? and code in (select distinct code from insurance_doctor"
                        + " where provider = ? and code > ? order by code limit ?) order by code, valid_from",
                Doctors::standing,
                provider.value(),
                provider.value(),
                after,
                limit);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getString(5));
    }

    @Transactional
    int put(ProviderCode code, List<Standing> doctors) {
        var provider = providers
                .findByIdOptional(code.value())
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有机构 " + code + "，请先登记。"));
        if (!caller.get().scope().division().contains(provider.divisionPath)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "机构所在地不在您的辖区，请由其所在县（市、区）办理。");
        }
        refuseFaulty(doctors);
        audit.changed("insurance-doctors", code, provider.divisionPath, doctors.size() + " 人");
        return database.update(
                UPSERT,
                code.value(),
                doctors.stream().map(Standing::code).toList(),
                doctors.stream().map(Standing::name).toList(),
                new ArrayOf("date", doctors.stream().map(Standing::validFrom).toList()),
                new ArrayOf("date", doctors.stream().map(Standing::validTo).toList()),
                doctors.stream().map(Standing::decision).toList());
    }

    private static void refuseFaulty(List<Standing> doctors) {
        var seen = new HashSet<List<Object>>();
        for (var i = 0; i < doctors.size(); i++) {
            var one = doctors.get(i);
            if (one.validTo() != null && one.validTo().isBefore(one.validFrom())) {
                throw ProblemException.field(
                        ClaimsProblem.AGREEMENT_DATES_REVERSED,
                        "/" + i + "/validTo",
                        "终止日 " + one.validTo() + " 早于起始日 " + one.validFrom(),
                        "请核对日期");
            }
            if (!seen.add(List.of(one.code(), one.validFrom()))) {
                throw ProblemException.field(
                        PlatformProblem.FIELD_INVALID,
                        "/" + i + "/code",
                        "医师 " + one.code() + " 自 " + one.validFrom() + " 写了两次",
                        "同一医师同一起始日只写一行");
            }
        }
    }
}
