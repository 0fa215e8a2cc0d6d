package jumin.regulation.check;

/** How many columns a text takes on a screen; Chinese signs take two. */
final class Width {

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(sign -> sign < 0x1100 ? 1 : 2).sum();
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
