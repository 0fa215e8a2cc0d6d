package jumin.demo.input;

import java.util.List;

/** 住院费用: the account of one stay, in the form in which the hospital sends it for pre-settlement and settlement. */
public record Bill(
        Person person,
        String careType,
        String admissionDate,
        String dischargeDate,
        Diagnosis diagnosis,
        String totalAmount,
        List<Line> items) {

    public record Person(String idNumber, String name) {}

    public record Diagnosis(String code, String name) {}

    /** 费用明细 */
    public record Line(
            int lineNo, String code, String name, String quantity, String unitPrice, String amount, String date) {}
}
