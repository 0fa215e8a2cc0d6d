package jumin.regulation.worksheet;

import java.time.LocalDate;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.json.Json;
import jumin.regulation.law.Citation;

/** 核算单的一行。{@code amount} is fen (or a day for {@link LineKind#DAY}). */
public record Line(LineKind kind, String step, String title, Figures figures, long amount, Citation citation) {

    /** 基数、扣减、比例或标准、加点。 */
    public record Figures(long base, long less, long standard, long points) {

        /** Of an amount that stands for itself, or of the whole that it is a part of. */
        static Figures of(long base) {
            return new Figures(base, 0, 0, 0);
        }

        /** Of a standard or a ratio that is named as a reason. */
        public static Figures reason(long standard) {
            return new Figures(0, 0, standard, 0);
        }
    }

    /** 金额。 */
    public Money money() {
        return Money.ofFen(amount);
    }

    /** What was done, as a sentence without its amount. */
    public String sentence() {
        return switch (kind) {
            case PERSON_BEARS, FUND_PAYS, THIRD_PARTY_PAYS -> title + product();
            case EXCESS_PART ->
                figures.base() == amount ? title : title + "（" + yuan(figures.base()) + " 中超出 " + yuan(amount) + "）";
            case LIMIT ->
                title + "  " + yuan(figures.standard()) + "，已用 " + yuan(figures.less())
                        + (figures.base() == amount ? "" : "，应付 " + yuan(figures.base()));
            case PART -> "其中 " + title;
            case THRESHOLD ->
                title + "  " + yuan(figures.base()) + " × " + rate(figures.standard())
                        + (figures.points() == 0 ? "" : "，降低 " + rate(figures.points()));
            case DAY -> title + "：" + LocalDate.ofEpochDay(amount);
            case REASON -> title + (figures.standard() == 0 ? "" : "  " + rate(figures.standard()));
            case TOTAL, SUBTOTAL, COUNTED, NOT_EVALUATED, DENIAL, FUND_TOTAL, PERSON_TOTAL -> title;
        };
    }

    /** The amount as the statement prints it, with its sign; empty where a line has none. */
    public String printedAmount() {
        return switch (kind) {
            case PERSON_BEARS, EXCESS_PART, THIRD_PARTY_PAYS -> amount == 0 ? yuan(0) : "−" + yuan(amount);
            case NOT_EVALUATED -> "未计算";
            case DENIAL, REASON, DAY -> "";
            case TOTAL, SUBTOTAL, FUND_PAYS, LIMIT, COUNTED, PART, THRESHOLD, FUND_TOTAL, PERSON_TOTAL -> yuan(amount);
        };
    }

    private String product() {
        if (figures.standard() == 0) {
            return figures.less() == 0 ? "" : "  " + yuan(figures.base()) + "，已承担 " + yuan(figures.less());
        }
        var base = figures.less() == 0
                ? yuan(figures.base())
                : "(" + yuan(figures.base()) + " − " + yuan(figures.less()) + ")";
        var ratio = figures.points() == 0
                ? rate(figures.standard())
                : "(" + rate(figures.standard()) + " + " + rate(figures.points()) + ")";
        return "  " + base + " × " + ratio;
    }

    Json json() {
        var json = new Json.Structure()
                .with("kind", Json.text(kind.name().toLowerCase(java.util.Locale.ROOT)))
                .with("step", Json.text(step))
                .with("title", Json.text(title))
                .with("instrument", Json.text(citation.instrument()))
                .with("article", Json.text(citation.article()));
        if (kind == LineKind.DAY) {
            return json.with("day", Json.text(LocalDate.ofEpochDay(amount)));
        }
        if (kind == LineKind.LIMIT) {
            json.with("limit", money(figures.standard())).with("used", money(figures.less()));
        } else if (figures.standard() != 0) {
            json.with("rate", Json.text(new Rate(figures.standard()).decimal())).with("less", money(figures.less()));
            json.with("points", Json.text(new Rate(figures.points()).decimal()));
        }
        if (kind == LineKind.PERSON_BEARS && figures.standard() == 0 && figures.less() != 0) {
            json.with("less", money(figures.less()));
        }
        return json.with("base", money(figures.base())).with("amount", money(amount));
    }

    private static Json money(long fen) {
        return Json.text(Money.ofFen(fen));
    }

    private static String rate(long millionths) {
        return new Rate(millionths).toString();
    }

    /** Yuan with grouping, for reading. */
    static String yuan(long fen) {
        var plain = Money.ofFen(fen).toString();
        int point = plain.length() - 3;
        var grouped = new StringBuilder(plain);
        for (int at = point - 3; at > (fen < 0 ? 1 : 0); at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
