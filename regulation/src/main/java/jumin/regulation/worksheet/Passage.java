package jumin.regulation.worksheet;

/** 一段核算单：lines whose numbers stand where they were computed, and which are written when somebody reads them. */
public interface Passage {

    /** Writes the lines; the same ones each time. */
    void write(Worksheet worksheet);
}
