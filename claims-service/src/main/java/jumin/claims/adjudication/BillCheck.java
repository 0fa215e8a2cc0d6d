package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.Problem.FieldError;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** What must be right in a bill before the law is asked. Pure; names every line at fault, up to a bound. */
final class BillCheck {

    /** 99,999,999.99 yuan: the widest amount of one bill. */
    private static final Money LARGEST = Money.ofFen(9_999_999_999L);

    private static final int MOST_ERRORS = 100;

    private final BillSubmission bill;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    BillCheck(BillSubmission bill, LocalDate today) {
        this.bill = bill;
        this.today = today;
    }

    /** Throws the first kind of fault that there is, with all its lines. */
    void run() {
        dates();
        refuse(ClaimsProblem.CARE_DATES_INVALID, "就诊日期或明细日期不符合要求。");
        amount("/totalAmount", bill.totalAmount());
        each((at, item) -> amount(at + "/amount", item.amount()));
        refuse(ClaimsProblem.AMOUNT_OUT_OF_RANGE, "金额须在 0 至 " + LARGEST + " 元之间。");
        lineNumbers();
        refuse(ClaimsProblem.ITEM_LINE_REPEATED, "明细行号重复。");
        each(this::product);
        refuse(ClaimsProblem.ITEM_AMOUNT_DIFFERS, "有明细的金额与数量乘单价相差超过一分。");
        total();
        refuse(ClaimsProblem.TOTAL_DIFFERS, "医疗费总额与明细合计不符。");
    }

    private interface LineCheck {
        void check(String pointer, ItemSubmission item);
    }

    private void each(LineCheck check) {
        for (var i = 0; i < bill.items().size(); i++) {
            check.check("/items/" + i, bill.items().get(i));
        }
    }

    private void dates() {
        if (bill.dischargeDate().isBefore(bill.admissionDate())) {
            error("/dischargeDate", "出院日期早于入院日期", "请核对");
        }
        if (bill.dischargeDate().isAfter(today)) {
            error("/dischargeDate", "出院日期晚于业务当日 " + today, "出院后再结算");
        }
        var before = bill.preHospital();
        if (before != null && before.date().isAfter(bill.admissionDate())) {
            error("/preHospital/date", "院前急诊日期晚于入院日期", "请核对");
        }
        each((at, item) -> {
            if (item.beforeAdmission()) {
                ofEmergency(at, item, before);
            } else if (item.date().isBefore(bill.admissionDate()) || item.date().isAfter(bill.dischargeDate())) {
                error(at + "/date", "费用日期 " + item.date() + " 不在就诊期间", "请核对费用日期；入院前急诊的费用在该行填 preHospital");
            }
        });
    }

    private void ofEmergency(String at, ItemSubmission item, BillSubmission.PreHospital before) {
        if (before == null) {
            error(at + "/preHospital", "有院前急诊费用，没有院前急诊的日期", "请填账单的 preHospital");
        } else if (item.date().isBefore(before.date()) || item.date().isAfter(bill.admissionDate())) {
            error(at + "/date", "院前急诊费用日期 " + item.date() + " 不在急诊至入院期间", "请核对费用日期");
        }
    }

    private void amount(String pointer, Money amount) {
        if (amount.isNegative() || amount.compareTo(LARGEST) > 0) {
            error(pointer, "金额 " + amount + " 超出范围", "退费行请在医院系统内与原行合并后上传");
        }
    }

    private void lineNumbers() {
        var seen = new HashSet<Integer>();
        each((at, item) -> {
            if (!seen.add(item.lineNo())) {
                error(at + "/lineNo", "行号 " + item.lineNo() + " 出现两次", "每行一个行号");
            }
        });
    }

    private void product(String pointer, ItemSubmission item) {
        var product = product(item);
        if (Math.abs(product - item.amount().fen()) > 1) {
            error(pointer + "/amount", "数量乘单价与金额 " + item.amount() + " 不符", "金额应等于数量乘单价（允许差一分）");
        }
    }

    /** A product beyond every range differs from every amount. */
    private static long product(ItemSubmission item) {
        try {
            return item.quantity().at(item.unitPrice()).fen();
        } catch (ArithmeticException beyond) {
            return Long.MAX_VALUE / 2;
        }
    }

    private void total() {
        var sum = bill.items().stream().map(ItemSubmission::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(bill.totalAmount())) {
            error("/totalAmount", "明细合计 " + sum + "，总额 " + bill.totalAmount(), "总额应等于明细合计");
        }
    }

    private void error(String pointer, String message, String suggestion) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, "FIELD_INVALID", message, suggestion));
        }
    }

    private void refuse(ClaimsProblem code, String detail) {
        if (!errors.isEmpty()) {
            throw new ProblemException(code, detail, errors, List.of());
        }
    }
}
