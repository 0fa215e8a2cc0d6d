package jumin.regulation.law;

/** 出处：file and line of a piece of the law's data. */
public record Mark(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
