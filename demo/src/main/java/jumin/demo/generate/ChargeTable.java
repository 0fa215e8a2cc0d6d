package jumin.demo.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;

/**
 * 收费项目表: what the demo's catalogue lists and what the hospital of the demo charged for one stay (quantity 0: not charged).
 * Codes, prices and ceilings are invented; the sums are those of the worked statement.
 */
final class ChargeTable {

    private static final String ROWS = """
            SS0001|重症监护病房床位费|facility|A|日|90.00|6|2024-03-02|90.00/70.00/50.00
            SS0002|三人间床位费|facility|A|日|40.00|12|2024-03-08|40.00/30.00/20.00
            FW0001|急诊诊查费|service|A|次|12.00|1|2024-03-02|
            FW0002|住院诊察费|service|A|日|20.00|18|2024-03-02|
            FW0003|特级护理|service|A|小时|6.00|144|2024-03-02|
            FW0004|Ⅰ级护理|service|A|日|25.00|12|2024-03-08|
            FW0005|重症监护|service|A|小时|12.00|144|2024-03-02|
            FW0006|心电监测|service|A|小时|5.00|144|2024-03-02|
            FW0007|呼吸机辅助呼吸|service|A|小时|18.00|72|2024-03-03|
            FW0008|头颅CT平扫|service|A|次|260.00|4|2024-03-02|
            FW0009|头颅CT血管成像（CTA）|service|A|次|980.00|2|2024-03-02|
            FW0010|头颅磁共振平扫|service|A|次|620.00|1|2024-03-12|
            FW0011|全脑血管造影术|service|A|次|2600.00|2|2024-03-03|
            FW0012|颅内动脉瘤栓塞术|service|A|次|12800.00|1|2024-03-03|
            FW0013|全身麻醉|service|A|次|1400.00|1|2024-03-03|
            FW0014|麻醉中监测|service|A|小时|48.00|6|2024-03-03|
            FW0015|腰大池引流术|service|A|次|640.00|2|2024-03-05|
            FW0016|经颅多普勒检查|service|A|次|150.00|6|2024-03-06|
            FW0017|血常规|service|A|次|22.00|10|2024-03-02|
            FW0018|肝肾功能与电解质|service|A|次|145.00|9|2024-03-02|
            FW0019|凝血功能四项|service|A|次|78.00|9|2024-03-02|
            FW0020|血气分析|service|A|次|92.00|12|2024-03-03|
            FW0021|脑脊液常规与生化|service|A|次|110.00|3|2024-03-05|
            FW0022|静脉输液|service|A|组|12.00|54|2024-03-02|
            FW0023|吞咽与肢体康复训练|service|A|次|68.00|24|2024-03-10|
            YP0001|甘露醇注射液 250ml|drug|A|瓶|6.50|72|2024-03-02|
            YP0002|0.9%氯化钠注射液 250ml|drug|A|袋|4.20|160|2024-03-02|
            YP0003|丙泊酚乳状注射液 20ml|drug|A|支|28.60|30|2024-03-03|
            YP0004|咪达唑仑注射液 5ml|drug|A|支|19.80|24|2024-03-03|
            YP0005|头孢曲松钠注射用粉 1g|drug|A|支|12.50|36|2024-03-03|
            YP0006|肝素钠注射液 12500单位|drug|A|支|14.80|20|2024-03-03|
            YP0007|氯化钾注射液 10ml|drug|A|支|1.20|60|2024-03-02|
            FW0024|颅内压监测|service|A|小时|15.00|144|2024-03-03|
            FW0025|床旁脑电监测|service|A|小时|20.00|72|2024-03-04|
            FW0026|鼻饲管置管与护理|service|A|日|15.00|18|2024-03-02|
            FW0027|高压氧治疗|service|A|次|150.00|10|2024-03-10|
            YP0008|低分子肝素钙注射液 4100单位|drug|A|支|32.50|40|2024-03-06|
            YP0009|复方氨基酸注射液 250ml|drug|A|瓶|18.40|24|2024-03-03|
            YP0010|葡萄糖注射液 500ml|drug|A|袋|3.10|22|2024-03-02|
            YP0101|尼莫地平注射液 50ml|drug|B|瓶|68.00|60|2024-03-02|
            YP0102|人血白蛋白 10g|drug|B|瓶|378.00|20|2024-03-03|
            YP0103|依达拉奉注射液 20ml|drug|B|支|92.00|36|2024-03-03|
            YP0104|泮托拉唑钠注射用粉 40mg|drug|B|支|45.00|36|2024-03-02|
            YP0105|左乙拉西坦注射液 5ml|drug|B|支|76.00|24|2024-03-03|
            YP0106|哌拉西林钠他唑巴坦钠 4.5g|drug|B|支|48.00|54|2024-03-04|
            YP0107|丁苯酞软胶囊 0.1g×24粒|drug|B|盒|118.00|4|2024-03-14|
            HC0001|可解脱弹簧圈|consumable|B|个|6500.00|4|2024-03-03|5000.00/4500.00/4000.00
            HC0002|颅内微导管|consumable|B|根|4200.00|1|2024-03-03|4500.00/4050.00/3600.00
            HC0003|颅内微导丝|consumable|B|根|2800.00|1|2024-03-03|3000.00/2700.00/2400.00
            HC0004|导引导管|consumable|B|根|1900.00|1|2024-03-03|2000.00/1800.00/1600.00
            HC0005|动脉鞘组|consumable|B|套|420.00|1|2024-03-03|450.00/405.00/360.00
            HC0006|血管缝合器|consumable|B|个|680.00|1|2024-03-03|700.00/630.00/560.00
            ZF0001|一次性防褥疮垫|consumable|C|个|480.00|1|2024-03-02|
            ZF0002|肠内营养混悬液 500ml|drug|C|瓶|126.00|10|2024-03-04|
            ZF0003|特需翻身护理|service|C|次|60.00|10|2024-03-08|
            YP0201|硝苯地平控释片 30mg×7片|drug|A|盒|15.30|0||
            YP0202|二甲双胍片 0.5g×20片|drug|A|盒|4.90|0||
            YP0203|阿莫西林胶囊 0.25g×24粒|drug|A|盒|6.20|0||
            YP0204|阿托伐他汀钙片 20mg×7片|drug|B|盒|9.80|0||
            FW0201|一般诊疗费（乡镇卫生院）|service|A|次|10.00|0||
            FW0202|腹部彩色多普勒超声|service|B|次|120.00|0||
            HC0201|药物洗脱冠状动脉支架|consumable|B|个|798.00|0||800.00/800.00/800.00
            """;

    private ChargeTable() {}

    /** @param day of the first charge, empty when the stay had none */
    record Charge(
            String code,
            String name,
            String kind,
            String itemClass,
            String unit,
            Money price,
            int quantity,
            Optional<LocalDate> day,
            List<String> ceilings) {

        Money amount() {
            return price.times(quantity);
        }
    }

    static List<Charge> all() {
        return ROWS.lines().map(ChargeTable::charge).toList();
    }

    static List<Charge> ofTheStay() {
        return all().stream().filter(charge -> charge.quantity() > 0).toList();
    }

    private static Charge charge(String row) {
        var cells = row.split("\\|", -1);
        return new Charge(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                Money.yuan(cells[5]),
                Integer.parseInt(cells[6]),
                cells[7].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cells[7])),
                cells[8].isEmpty() ? List.of() : List.of(cells[8].split("/")));
    }
}
