package jumin.demo.input;

import java.util.List;

/** 演示环境的基础资料: places, authorities, institutions and the standard of the year; invented below the county. */
public record Setup(
        String area,
        String village,
        List<Division> divisions,
        Organ taxOrgan,
        Organ civilAffairs,
        School school,
        List<Provider> providers,
        Standard standard) {

    /** 行政区划 */
    public record Division(String code, String parent, String name, String level) {}

    public record Organ(String code, String name) {}

    public record School(String code, String name) {}

    /** 定点医药机构 with its agreement. */
    public record Provider(
            String code,
            String name,
            String level,
            String kind,
            String division,
            String agreementNumber,
            String agreementFrom,
            String agreementTo) {}

    /** 年度筹资标准 as three departments would publish it. */
    public record Standard(
            int benefitYear,
            String individualContribution,
            String fiscalSubsidy,
            String windowFrom,
            String windowTo,
            String perCapitaIncome,
            String decisionNumber) {}
}
