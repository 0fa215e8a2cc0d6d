package jumin.enrollment.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jumin.enrollment.division.Division;

/** 未报区划: which places of the whole no part speaks for, each as large as possible. */
final class MissingPlaces {

    private MissingPlaces() {}

    /**
     * Goes down only where parts are sent for something smaller: of a county that sends by townships these are named, of one that never
     * sent anything the county is.
     *
     * @param tree the whole, upper before lower
     * @param sent paths for which a part has come
     * @param known paths for which parts came at some time
     */
    static List<Division> of(List<Division> tree, Set<String> sent, Set<String> known) {
        var missing = new ArrayList<Division>();
        var settled = "";
        for (var division : tree) {
            var path = division.path();
            if (!settled.isEmpty() && path.startsWith(settled)) {
                continue;
            }
            if (sent.stream().anyMatch(path::startsWith)) {
                settled = path;
            } else if (holdsNone(path, sent) && holdsNone(path, known)) {
                missing.add(division);
                settled = path;
            }
        }
        return missing;
    }

    private static boolean holdsNone(String path, Collection<String> places) {
        return places.stream().noneMatch(place -> place.length() > path.length() && place.startsWith(path));
    }
}
