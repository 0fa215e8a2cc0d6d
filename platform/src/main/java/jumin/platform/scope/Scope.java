package jumin.platform.scope;

import java.util.Objects;

/**
 * 数据范围: which rows a caller may see, one half-open range per dimension of a row.
 * PostgreSQL holds the line: the ranges travel to each connection and row-level security compares them.
 * A restricted caller never sees rows that have no value ('-') in the restricted dimension.
 */
public record Scope(Range division, Range provider, Range organ, Range school) {

    /** Everything: our own services only. */
    public static final Scope ALL = new Scope(Range.ALL, Range.ALL, Range.ALL, Range.ALL);

    /** Nothing: who has no scope, and connections outside any request. */
    public static final Scope NOTHING = new Scope(Range.NOTHING, Range.NOTHING, Range.NOTHING, Range.NOTHING);

    public Scope {
        Objects.requireNonNull(division);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(organ);
        Objects.requireNonNull(school);
    }

    /** Staff of a division and everything below it. */
    public static Scope ofDivision(String path) {
        return new Scope(Range.prefix(path), Range.ALL, Range.ALL, Range.ALL);
    }

    public static Scope ofProvider(String code) {
        return new Scope(Range.ALL, Range.exactly(code), Range.ALL, Range.ALL);
    }

    /** A tax organ or a department. */
    public static Scope ofOrgan(String code) {
        return new Scope(Range.ALL, Range.ALL, Range.exactly(code), Range.ALL);
    }

    public static Scope ofSchool(String code) {
        return new Scope(Range.ALL, Range.ALL, Range.ALL, Range.exactly(code));
    }

    /** Restricted in more than one dimension: rows must be in all of them. */
    public Scope and(Scope other) {
        return new Scope(
                division.and(other.division),
                provider.and(other.provider),
                organ.and(other.organ),
                school.and(other.school));
    }

    /**
     * A range of codes in the order of the C collation.
     *
     * @param from inclusive; empty means no row at all
     * @param to exclusive
     */
    public record Range(String from, String to) {

        static final Range ALL = new Range("!", "~");
        static final Range NOTHING = new Range("", "");

        static Range prefix(String path) {
            return path.isEmpty() ? NOTHING : new Range(path, path + "~");
        }

        static Range exactly(String code) {
            return code.isEmpty() ? NOTHING : new Range(code, code + "!");
        }

        Range and(Range other) {
            if (equals(NOTHING) || other.equals(NOTHING)) {
                return NOTHING;
            }
            var lower = from.compareTo(other.from) >= 0 ? from : other.from;
            var upper = to.compareTo(other.to) <= 0 ? to : other.to;
            return lower.compareTo(upper) < 0 ? new Range(lower, upper) : NOTHING;
        }

        /** Whether a code lies in this range; the same comparison that the database makes. */
        public boolean contains(String code) {
            return !from.isEmpty() && code.compareTo(from) >= 0 && code.compareTo(to) < 0;
        }
    }
}
