package jumin.regulation.law;

import java.time.LocalDate;

/** 对征求意见稿的确认：who has the right enters the day of commencement, with the number of the decision. */
public record Acceptance(String area, LocalDate from, String decisionNumber) {

    public Acceptance {
        if (decisionNumber.isBlank()) {
            throw new IllegalArgumentException("确认征求意见稿须有决定文号");
        }
    }
}
