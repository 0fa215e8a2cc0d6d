package jumin.contribution.paper;

import java.time.LocalDate;
import jumin.contribution.money.HouseholdBill;

/** 参保缴费通知单: the bill of a household, with the standard, the window and what to do. */
public record PaymentNotice(
        HouseholdBill bill, String decisionNumber, LocalDate windowFrom, LocalDate windowTo, LocalDate issuedOn) {}
