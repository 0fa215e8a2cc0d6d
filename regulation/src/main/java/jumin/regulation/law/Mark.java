package jumin.regulation.law;

/** 出处：file, line and column of a piece of the law's data. */
public record Mark(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
