package jumin.demo.care;

import java.io.IOException;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 第六章 慢特病、异地、零星报销、身份后到: what else comes to the agency in a month. */
public final class CareChapter {

    private final Stage stage;

    public CareChapter(Stage stage) {
        this.stage = stage;
    }

    public void play() throws IOException {
        stage.tale().chapter("第六章　" + Days.CARE + " 至 " + Days.CORRECTION + "，慢特病、异地就医、零星报销、身份后到");
        var patients = new Patients(stage);
        Days.moveTo(stage.http(), Days.CARE);
        new ChronicVisit(stage, patients).play();
        var offArea = new OffAreaStay(stage, patients);
        offArea.file();
        var late = new LateStatus(stage, patients);
        late.settle();
        Days.moveTo(stage.http(), Days.LATE_LIST);
        late.recognise();
        Days.moveTo(stage.http(), Days.CLAIM);
        offArea.claim();
        Days.moveTo(stage.http(), Days.BANK);
        new BankDay(stage).play(offArea.settlement(), late);
        Days.moveTo(stage.http(), Days.CORRECTION);
        late.correct();
    }
}
