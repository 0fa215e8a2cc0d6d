package jumin.demo.roster;

import static jumin.demo.tale.Expectation.that;

import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 入库之后: who is registered, how names were kept, who the newborn is. */
final class Registered {

    private static final int PEOPLE = 64;
    private static final int HOUSEHOLDS = 22;

    private final Stage stage;
    private final People people;

    Registered(Stage stage) {
        this.stage = stage;
        this.people = new People(stage);
    }

    void play() {
        counts();
        names();
        newborn();
    }

    private void counts() {
        int persons = total("enrollments?benefitYear=" + stage.year() + "&divisionCode=");
        int households = total("households?divisionCode=");
        stage.tale()
                .step(
                        "青石村现有 " + households + " 户、" + persons + " 人参保登记。",
                        that("参保登记", PEOPLE, persons),
                        that("户", HOUSEHOLDS, households),
                        that("校验位错误的人", 0, people.count(stage.cast().misspelt())));
    }

    private void names() {
        var cast = stage.cast();
        stage.tale()
                .step(
                        "少数民族姓名的间隔号“·”、生僻字“㼆”和“𠮷”原样保存，没有变成问号。",
                        that(
                                "间隔号",
                                "阿依古丽·买买提",
                                people.person(cast.dotted()).path("name").asText()),
                        that("㼆", "黄㼆", people.person(cast.rare()).path("name").asText()),
                        that(
                                "𠮷",
                                "易𠮷",
                                people.person(cast.rarer()).path("name").asText()),
                        that(
                                "学生的学校",
                                stage.setup().school().code(),
                                people.person(cast.pupil()).path("school").asText()));
    }

    private void newborn() {
        var enrollment = people.enrollment(stage.cast().newborn());
        stage.tale()
                .step(
                        enrollment.path("maskedName").asText() + " "
                                + enrollment.path("birthDate").asText() + " 出生，90 天内登记，按新生儿参保（第十七条）。",
                        that("参保类型", "newborn", enrollment.path("type").asText()));
    }

    private int total(String path) {
        var address = "/api/enrollment/v1/" + path + stage.setup().village();
        return stage.http()
                .json(Actor.CLERK, Request.get(address))
                .path("total")
                .asInt();
    }
}
