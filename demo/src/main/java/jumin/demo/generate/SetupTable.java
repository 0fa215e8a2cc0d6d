package jumin.demo.generate;

import java.util.List;
import jumin.demo.input.Setup;
import jumin.demo.input.Setup.Division;
import jumin.demo.input.Setup.Organ;
import jumin.demo.input.Setup.Provider;
import jumin.demo.input.Setup.School;
import jumin.demo.input.Setup.Standard;

/** 基础资料 of the demo. Everything below the county is invented, and so is the decision number. */
final class SetupTable {

    static final String TERTIARY = "H36090200001";

    private SetupTable() {}

    static Setup setup() {
        return new Setup(
                "360900",
                "360902199201",
                divisions(),
                new Organ("13609020000", "袁州区税务局"),
                new Organ("MZ360902", "袁州区民政局"),
                new School("XX36090201", "清泉中学"),
                providers(),
                new Standard(2024, "380.00", "670.00", "2023-09-15", "2024-02-29", "35000.00", "宜医保演示〔2023〕1号（虚构文号）"));
    }

    private static List<Division> divisions() {
        return List.of(
                new Division("360900", "", "宜春市", "CITY"),
                new Division("360902", "360900", "袁州区", "COUNTY"),
                new Division("360902199", "360902", "清泉镇", "TOWNSHIP"),
                new Division("360902199201", "360902199", "青石村", "VILLAGE"),
                new Division("360902199202", "360902199", "柳溪村", "VILLAGE"),
                new Division("360902198", "360902", "白云镇", "TOWNSHIP"),
                new Division("360902198201", "360902198", "云岭村", "VILLAGE"));
    }

    private static List<Provider> providers() {
        return List.of(
                provider(TERTIARY, "宜春市示范医院", "tertiary", "360902"),
                provider("H36090200002", "袁州区示范医院", "secondary", "360902"),
                provider("H36090200003", "清泉镇卫生院", "primary", "360902199"));
    }

    private static Provider provider(String code, String name, String level, String division) {
        return new Provider(
                code, name, level, "hospital", division, "XY-2024-" + code.substring(10), "2024-01-01", "2024-12-31");
    }
}
