package jumin.claims.wire;

import java.util.regex.Pattern;
import jumin.regulation.law.Citation;

/** 依据 as people read it: where no text says anything, what is taken instead, and not where the record of that lies. */
public final class Articles {

    /** Where no text has the rule, what is printed in an article's place begins with it. */
    private static final String SILENT = "条文未规定：";

    private static final Pattern RECORD = Pattern.compile("[，；,;]?\\s*见\\s*docs/adr/\\d+");
    private static final String ASSUMED = "假定：";

    private Articles() {}

    public static String readable(Citation citation) {
        var article = citation.article();
        return article.startsWith(ASSUMED)
                ? SILENT + RECORD.matcher(article.substring(ASSUMED.length())).replaceAll("")
                : article;
    }

    /** Whether what is printed names no article, since no text has the rule. */
    public static boolean silent(String printed) {
        return printed.startsWith(SILENT);
    }
}
