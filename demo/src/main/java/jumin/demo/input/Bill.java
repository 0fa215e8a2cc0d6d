package jumin.demo.input;

import java.util.List;

/** 住院费用: the account of one stay as the hospital sends it. */
public record Bill(
        String encounterNumber,
        String provider,
        String careType,
        String idNumber,
        String name,
        String admissionDate,
        String dischargeDate,
        String department,
        String diagnosisCode,
        String diagnosisName,
        String totalAmount,
        List<Line> items) {

    /** 费用明细 */
    public record Line(
            String sequence,
            String itemCode,
            String itemName,
            String chargedOn,
            String unit,
            String quantity,
            String unitPrice,
            String amount) {}
}
