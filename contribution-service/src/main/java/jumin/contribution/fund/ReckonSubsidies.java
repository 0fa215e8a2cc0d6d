package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jumin.contribution.ContributionProblem;
import jumin.contribution.standard.FiscalShares;
import jumin.contribution.standard.PublishedStandards;
import jumin.contribution.standard.StandardInForce;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 财政补助按人数核算: nobody types what follows from the standard and the heads. A head is who is levied for the year and has
 * paid in full, or owes nothing because the subsidy pays it all. County money is reckoned for the heads of the county.
 */
@ApplicationScoped
public class ReckonSubsidies {

    private static final String HEADS = """
            select split_part(l.division_path, '/', 2), count(*)
            from levy l left join levy_paid p on p.person_id = l.person_id and p.benefit_year = l.benefit_year
            where l.area = ? and l.benefit_year = ? and l.superseded_by is null and l.state = 'ISSUED'
              and coalesce(p.paid_fen, 0) >= l.due_fen
            group by 1
            """;
    private static final String OWED = """
            select party, division_path, sum(amount_fen) from fund_due d
            where area = ? and benefit_year = ? and kind = 'GOVERNMENT_SUBSIDY'
              and not exists (select 1 from fund_due_reversal v where v.due_id = d.id) group by 1, 2
            """;

    private final PublishedStandards standards;
    private final Sql database;
    private final CurrentCaller caller;

    ReckonSubsidies(PublishedStandards standards, Sql database, CurrentCaller caller) {
        this.standards = standards;
        this.database = database;
        this.caller = caller;
    }

    private record Owed(OweFund.Level level, String divisionPath) {}

    @Transactional
    public List<SubsidyByHead> run(String area, int benefitYear) {
        if (!caller.get().scope().division().contains(area + "/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "财政补助由市级核算。");
        }
        var shares = shares(standard(area, benefitYear));
        var owed = owed(area, benefitYear);
        var counties = new TreeMap<String, Long>();
        database.list(HEADS, row -> counties.put(row.getString(1), row.getLong(2)), area, benefitYear);
        // A county that has lost its last head takes its due back.
        owed.keySet().stream()
                .filter(known ->
                        known.level() == OweFund.Level.COUNTY && known.level().isOf(known.divisionPath()))
                .forEach(known -> counties.putIfAbsent(county(known.divisionPath()), 0L));
        var all = counties.values().stream().mapToLong(Long::longValue).sum();
        var lines = new ArrayList<SubsidyByHead>();
        for (var level : List.of(OweFund.Level.CENTRAL, OweFund.Level.PROVINCIAL, OweFund.Level.CITY)) {
            lines.add(line(area + "/", level, all, shares, owed));
        }
        counties.forEach((county, heads) ->
                lines.add(line(area + "/" + county + "/", OweFund.Level.COUNTY, heads, shares, owed)));
        return lines;
    }

    StandardInForce standard(String area, int benefitYear) {
        return standards
                .find(area, benefitYear)
                .orElseThrow(
                        () -> new ProblemException(ContributionProblem.STANDARD_NOT_PUBLISHED, "请先公布该年度筹资标准；不沿用上一年度。"));
    }

    private static SubsidyByHead line(
            String path, OweFund.Level level, long heads, Map<OweFund.Level, Money> shares, Map<Owed, Money> owed) {
        return SubsidyByHead.of(
                path, level, heads, shares.get(level), owed.getOrDefault(new Owed(level, path), Money.ZERO));
    }

    private static String county(String divisionPath) {
        return divisionPath.split("/")[1];
    }

    private Map<Owed, Money> owed(String area, int benefitYear) {
        var owed = new HashMap<Owed, Money>();
        database.list(
                OWED,
                row -> owed.put(
                        new Owed(OweFund.Level.valueOf(row.getString(1)), row.getString(2)),
                        Money.ofFen(row.getLong(3))),
                area,
                benefitYear);
        return owed;
    }

    private static Map<OweFund.Level, Money> shares(StandardInForce standard) {
        FiscalShares shares = standard.fiscalShares()
                .orElseThrow(() -> new ProblemException(
                        ContributionProblem.STANDARD_LEVELS_MISSING, "请由政策人员公布写明各级分担的标准；补助总额不能替代分担。"));
        var byLevel = new EnumMap<OweFund.Level, Money>(OweFund.Level.class);
        byLevel.put(OweFund.Level.CENTRAL, shares.central());
        byLevel.put(OweFund.Level.PROVINCIAL, shares.provincial());
        byLevel.put(OweFund.Level.CITY, shares.city());
        byLevel.put(OweFund.Level.COUNTY, shares.county());
        return byLevel;
    }
}
