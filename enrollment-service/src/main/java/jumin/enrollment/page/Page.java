package jumin.enrollment.page;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page counted from 1
 * @param total of all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
