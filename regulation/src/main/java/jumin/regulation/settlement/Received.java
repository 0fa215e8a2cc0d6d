package jumin.regulation.settlement;

/** 已受理的事实：words have become numbers under one law; ready for any number of computations, which never change it. */
public final class Received {

    private final SettlementProgram program;
    private final long[] frame;
    private final Care care;
    private final long situation;

    Received(SettlementProgram program, long[] frame, Care care, long situation) {
        this.program = program;
        this.frame = frame;
        this.care = care;
        this.situation = situation;
    }

    public SettlementDecision adjudicate() {
        return program.decide(frame.clone(), care, situation);
    }

    /** For a single computation, which may use the frame up. */
    SettlementDecision adjudicateOnce() {
        return program.decide(frame, care, situation);
    }
}
