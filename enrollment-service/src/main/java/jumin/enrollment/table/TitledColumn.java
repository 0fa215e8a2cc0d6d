package jumin.enrollment.table;

import java.util.Set;

/** 一种表的一列, whatever its sender calls it. */
public interface TitledColumn {

    /** @param required no row says anything without it */
    record Titles(String title, boolean required, Set<String> synonyms) {

        public static Titles needed(String title, String... synonyms) {
            return new Titles(title, true, Set.of(synonyms));
        }

        public static Titles optional(String title, String... synonyms) {
            return new Titles(title, false, Set.of(synonyms));
        }

        boolean names(String text) {
            return title.equals(text) || synonyms.contains(text);
        }
    }

    Titles titles();
}
