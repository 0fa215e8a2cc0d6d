package jumin.enrollment.overlap;

import java.util.List;
import java.util.Optional;

/** Which lists are asked for; what is not named is not narrowed. */
record CoverListFilter(Optional<String> state, Optional<CoverSource> source, Optional<String> listMonth) {

    static final String WHERE = "where (? = '' or state = ?) and (? = '' or source = ?) and (? = '' or list_month = ?)";

    /** One for each question mark. */
    List<Object> values() {
        var kind = source.map(CoverSource::name).orElse("");
        return List.of(state.orElse(""), state.orElse(""), kind, kind, listMonth.orElse(""), listMonth.orElse(""));
    }
}
