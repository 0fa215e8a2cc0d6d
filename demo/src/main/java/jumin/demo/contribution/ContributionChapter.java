package jumin.demo.contribution;

import java.io.IOException;
import java.util.List;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 第三章 应缴、缴费、对账、退费. */
public final class ContributionChapter {

    private final Stage stage;

    public ContributionChapter(Stage stage) {
        this.stage = stage;
    }

    /** @return the levies that hold, with whole numbers: the chapters after this one find people by them */
    public List<TaxLevy> play() throws IOException {
        stage.tale().chapter("第三章　" + Days.LEVY + " 至 " + Days.REFUND + "，应缴、缴费、对账、退费");
        var levies = new Levying(stage).play();
        var vouchers = new Collecting(stage).play(levies);
        new Reminding(stage).play(levies);
        var differences = new Reconciling(stage).play(vouchers);
        new Refunding(stage).play(levies);
        new Closing(stage).play(differences);
        new HandingUp(stage).play(vouchers);
        new Books(stage).play();
        return levies;
    }
}
