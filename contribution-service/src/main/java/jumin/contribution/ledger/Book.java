package jumin.contribution.ledger;

import jumin.platform.scope.Scope;

/**
 * 分账 that a caller answers for: the whole of a city, or one county's. A posting stays in the book in which it was written,
 * whereas who may see it follows the person; so figures are drawn by book, and only the postings behind them by what is seen.
 *
 * @param code the county, or empty for every book of the area
 */
record Book(String area, String code) {

    private static final String CITY = "\\d{6}/";
    private static final String COUNTY = "\\d{6}/\\d{6}/";
    private static final Book SEEN = new Book("", "");

    /** What is wanted of the caller's own; where that is neither a city nor a county, whatever is seen. */
    static Book of(Scope scope, String wanted) {
        var path = scope.division().from();
        var parts = path.split("/");
        if (path.matches(CITY)) {
            return new Book(parts[0], wanted);
        }
        return path.matches(COUNTY) && (wanted.isEmpty() || wanted.equals(parts[1]))
                ? new Book(parts[0], parts[1])
                : SEEN;
    }

    /** Whether figures are drawn from the whole book, seen or not. */
    boolean whole() {
        return !area.isEmpty();
    }
}
