package jumin.regulation.law;

/** 依据：文件与条款。An assumption cites its decision record instead of an article. */
public record Citation(String instrument, String article) {

    public Citation {
        if (article.isBlank()) {
            throw new IllegalArgumentException("依据不能没有条款");
        }
    }

    @Override
    public String toString() {
        return instrument.isEmpty() ? article : "《" + instrument + "》" + article;
    }
}
