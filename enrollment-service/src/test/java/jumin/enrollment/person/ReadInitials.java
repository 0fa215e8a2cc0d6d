package jumin.enrollment.person;

import java.util.Set;

/** For benchmarks of other packages: the initials as they are kept for search. */
public final class ReadInitials {

    private ReadInitials() {}

    public static Set<String> of(String name) {
        return NameInitials.of(name);
    }
}
