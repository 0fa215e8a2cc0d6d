package jumin.enrollment.table;

import java.util.List;
import java.util.Optional;

/**
 * What makes a row the header of a kind of file.
 *
 * @param hint what to do when no row is one
 */
public record HeaderFinder<H extends TableHeader>(Recognising<H> recognising, String hint) {

    /** A header when the row names enough columns that we know. */
    @FunctionalInterface
    public interface Recognising<H> {
        Optional<H> of(int rowNo, List<String> cells);
    }

    Optional<H> find(int rowNo, List<String> cells) {
        return recognising.of(rowNo, cells);
    }
}
