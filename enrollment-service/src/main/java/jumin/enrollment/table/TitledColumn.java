package jumin.enrollment.table;

import java.util.Set;

/** 一种表的一列, whatever its sender calls it. */
public interface TitledColumn {

    String title();

    boolean isRequired();

    Set<String> synonyms();
}
