package jumin.regulation.law;

/** 对“不低于”的值的确认：who has the right takes the least that a document allows as the area's own value. */
public record AcceptedMinimum(String area, String rule, String decisionNumber) {

    public AcceptedMinimum {
        if (decisionNumber.isBlank()) {
            throw new IllegalArgumentException("确认“不低于”的值须有决定文号");
        }
    }
}
