package jumin.demo.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jumin.demo.generate.ChargeTable.Charge;
import jumin.demo.input.Bill;
import jumin.demo.input.CatalogueItem;
import jumin.regulation.Money;

/** 医院的账: the catalogue and the bill of one stay, 18 days for a ruptured aneurysm of the brain. */
final class HospitalBill {

    private static final List<String> LEVELS = List.of("tertiary", "secondary", "primary");

    /** 普通住院, national code med_type. */
    private static final String INPATIENT = "21";

    private HospitalBill() {}

    static List<CatalogueItem> catalogue() {
        return ChargeTable.all().stream()
                .map(charge -> new CatalogueItem(
                        charge.code(),
                        charge.name(),
                        charge.kind(),
                        charge.itemClass(),
                        charge.unit(),
                        ceilings(charge)))
                .toList();
    }

    static Bill of(String patientId, String patientName) {
        var lines = new ArrayList<Bill.Line>();
        var total = Money.ZERO;
        for (var charge : ChargeTable.ofTheStay()) {
            lines.add(line(lines.size() + 1, charge));
            total = total.plus(charge.amount());
        }
        return new Bill(
                new Bill.Person(patientId, patientName),
                INPATIENT,
                "2024-03-02",
                "2024-03-20",
                new Bill.Diagnosis("I60.900", "蛛网膜下腔出血"),
                total.toString(),
                List.copyOf(lines));
    }

    private static Bill.Line line(int number, Charge charge) {
        return new Bill.Line(
                number,
                charge.code(),
                charge.name(),
                String.valueOf(charge.quantity()),
                charge.price().toString(),
                charge.amount().toString(),
                charge.day().orElseThrow().toString());
    }

    private static Map<String, String> ceilings(Charge charge) {
        var ceilings = new LinkedHashMap<String, String>();
        for (int i = 0; i < charge.ceilings().size(); i++) {
            ceilings.put(LEVELS.get(i), charge.ceilings().get(i));
        }
        return ceilings;
    }
}
