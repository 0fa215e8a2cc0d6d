package jumin.enrollment;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists of the daily work, each narrowed by what is asked for. Benefit year 2060: nobody else is enrolled for it. */
@QuarkusTest
class DailyListsTest {

    private static final String YEAR = "2060";

    private String number;
    private String id;
    private String enrollment;

    @BeforeEach
    void somebodyEnrolled() {
        Demo.divisions();
        Demo.clockAt("2059-10-10T09:00:00");
        number = idNumber(LocalDate.of(1986, 6, 7), true);
        var wanted = person("柏台账", number);
        wanted.put("benefitYear", 2060);
        id = registered(wanted);
        enrollment = enrollment(id);
    }

    @Test
    @DisplayName("参保登记按状态、类型、资助暂缓、登记日查找；辖区外的不列")
    void enrollmentsAreFound() {
        var list = "/enrollments?size=100&benefitYear=" + YEAR;
        get(clerk(), list + "&state=ENROLLED&type=ordinary&subsidyState=HELD&registeredSince=2059-10-10")
                .statusCode(200)
                .body("items.enrollmentId", hasItem(enrollment))
                .body("items.subsidy.state", everyItem(equalTo("HELD")));
        for (var other : List.of(
                "&state=CANCELLED",
                "&type=newborn",
                "&subsidyState=DECIDED",
                "&registeredSince=2059-10-11",
                "&category=minimum_living")) {
            get(clerk(), list + other).statusCode(200).body("items.enrollmentId", not(hasItem(enrollment)));
        }
        get(otherClerk(), list).body("items.enrollmentId", not(hasItem(enrollment)));
    }

    @Test
    @DisplayName("按辖区外的区划查：说超出辖区并指出参数，不答空列表")
    void aForeignDivisionIsNoEmptyList() {
        for (var list : List.of(
                "/enrollments?benefitYear=" + YEAR,
                "/households?size=1",
                "/recognitions?size=1",
                "/cover-conflicts?size=1",
                "/roster-imports?size=1",
                "/unenrolled-persons?benefitYear=" + YEAR)) {
            get(clerk(), list + "&divisionCode=360902198")
                    .statusCode(403)
                    .body("code", equalTo("OUTSIDE_SCOPE"), "errors[0].pointer", equalTo("?divisionCode"));
        }
    }

    @Test
    @DisplayName("身份认定台账按区划、类别、开始月份查找；别的乡镇看不到")
    void recognitionsAreFound() {
        var row = Map.of("idNumber", number, "name", "柏台账", "category", "低保对象", "from", "2059-07-01");
        post(department(), Map.of("listMonth", "2059-10", "kind", "PARTIAL", "rows", List.of(row)), "/category-lists")
                .statusCode(201);
        var list = "/recognitions?size=100&begins=2059-07";
        get(clerk(), list + "&category=minimum_living&organ=MZ360902&divisionCode=" + Demo.VILLAGE)
                .statusCode(200)
                .body("items.personId", hasItem(id))
                .body("items.categoryName", everyItem(equalTo("低保对象")));
        get(clerk(), list + "&category=orphan").body("items.personId", not(hasItem(id)));
        get(clerk(), "/recognitions?size=100&ends=2059-07").body("items.personId", not(hasItem(id)));
        get(otherClerk(), list).body("items.personId", not(hasItem(id)));
    }

    @Test
    @DisplayName("打印记录：关了窗口的单据能再找到；重复参保按年度、来源、区划查找；县级看得到花名册导入")
    void papersConflictsAndImportsAreFound() {
        String paper = post(
                        clerk(),
                        Map.of(
                                "kind",
                                "ENROLLMENT_PROOF",
                                "subject",
                                enrollment,
                                "benefitYear",
                                2060,
                                "unmasked",
                                false,
                                "purpose",
                                "备案"),
                        "/papers")
                .statusCode(201)
                .extract()
                .path("paperId");
        get(clerk(), "/papers?kind=ENROLLMENT_PROOF").statusCode(200).body("items.paperId", hasItem(paper));
        get(clerk(), "/papers?kind=VILLAGE_LIST").body("items.paperId", not(hasItem(paper)));
        get(otherClerk(), "/papers").body("items.paperId", not(hasItem(paper)));

        var cover = Map.of("idNumber", number, "name", "柏台账", "from", "2060-01-01", "where", "某市");
        post(department(), Map.of("source", "EMPLOYEE", "listMonth", "2059-10", "rows", List.of(cover)), "/cover-lists")
                .statusCode(201);
        var list = "/cover-conflicts?size=100&benefitYear=" + YEAR;
        get(clerk(), list + "&source=EMPLOYEE&divisionCode=" + Demo.VILLAGE)
                .statusCode(200)
                .body("items.personId", hasItem(id));
        get(clerk(), list + "&source=OTHER_REGION").body("items.personId", not(hasItem(id)));
        get(clerk(), "/cover-conflicts?size=100&benefitYear=2059").body("items.personId", not(hasItem(id)));

        get(reviewer(), "/roster-imports").statusCode(200);
    }

    @Test
    @DisplayName("学校看得到本校哪些学生次年还没有参保，看不到别人")
    void aSchoolSeesWhoOfItsPupilsIsMissing() {
        var pupil = person("柏小学", idNumber(LocalDate.of(2050, 6, 7), true));
        pupil.put("benefitYear", 2060);
        pupil.put("school", "XX36090277");
        var pupilId = registered(pupil);
        var list = "/unenrolled-persons?size=100&divisionCode=360902&benefitYear=";
        get(Demo.school("XX36090277"), list + "2061")
                .statusCode(200)
                .body("items.personId", hasItem(pupilId))
                .body("items.personId", not(hasItem(id)));
        get(Demo.school("XX36090277"), list + YEAR).body("items.personId", not(hasItem(pupilId)));
    }

    @Test
    @DisplayName("户按户编号、户主、集体户、某年度无人参保查找；户主姓名脱敏，别的乡镇看不到")
    void householdsAreFound() {
        var line = "items.find { it.householdId == '" + Calls.household(id) + "' }";
        String house =
                get(clerk(), "/households/{id}", Calls.household(id)).extract().path("houseNumber");
        var list = "/households?size=100&divisionCode=" + Demo.VILLAGE;
        get(clerk(), list + "&houseNumber=" + house + "&headName=柏台&collective=false&nobodyEnrolledFor=2061")
                .statusCode(200)
                .body(line + ".headMaskedName", equalTo("柏**"))
                .body(line + ".members", equalTo(1));
        for (var other : List.of("&headName=柏别", "&collective=true", "&houseNumber=ZZ", "&nobodyEnrolledFor=" + YEAR)) {
            get(clerk(), list + other + "&houseNumber=" + house)
                    .body("items.householdId", not(hasItem(Calls.household(id))));
        }
        get(otherClerk(), "/households?size=100&houseNumber=" + house)
                .body("items.householdId", not(hasItem(Calls.household(id))));

        var wanted = person("柏三组", idNumber(LocalDate.of(1986, 6, 8), true));
        wanted.put("benefitYear", 2060);
        wanted.put("houseNumber", "3组" + Demo.houseNumber());
        var third = Calls.household(registered(wanted));
        for (var beginning : List.of("3", "3组")) {
            get(clerk(), list + "&houseNumber=" + beginning).body("items.householdId", hasItem(third));
        }
        get(clerk(), list + "&houseNumber=组").body("items.householdId", not(hasItem(third)));
    }

    @Test
    @DisplayName("作业列表：乡镇看本乡镇人员提交的，县级看全县的，按种类、状态、提交人、日期查找，可翻页；别的乡镇看不到")
    void jobsOfTheOfficeAreFound() {
        var file = "姓名,身份证号,户编号,与户主关系\n柏作业," + idNumber(LocalDate.of(1986, 6, 7), true) + ",J1,户主\n";
        String job = Demo.as(clerk())
                .header("Idempotency-Key", java.util.UUID.randomUUID())
                .multiPart("file", "作业.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart("benefitYear", YEAR)
                .multiPart("divisionCode", Demo.VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("validateJobId");
        var list = "/jobs?type=roster-validation&submittedBy=clerk&since=2059-10-10&until=2059-10-10";
        get(clerk(), list).statusCode(200).body("items.id", hasItem(job));
        get(reviewer(), list).body("items.id", hasItem(job));
        get(otherClerk(), "/jobs").body("items.id", not(hasItem(job)));
        for (var other : List.of("&type=redo", "&since=2059-10-11", "&until=2059-10-09", "&submittedBy=nobody")) {
            get(clerk(), "/jobs?limit=200" + other).body("items.id", not(hasItem(job)));
        }
        String next = get(clerk(), "/jobs?limit=1").extract().path("next");
        get(clerk(), "/jobs?limit=1&after=" + next).body("items.id", not(hasItem(next)));
        get(clerk(), "/jobs?state=DONE").statusCode(400);
    }

    @Test
    @DisplayName("学籍确认按年度查找")
    void confirmationsOfAYearAreFound() {
        Demo.university();
        var student = person("柏大学", idNumber(LocalDate.of(2040, 6, 7), true));
        student.put("benefitYear", 2060);
        student.put("type", "college_student");
        student.put("school", Demo.UNIVERSITY);
        var studentId = registered(student);
        var list = "/student-confirmations?size=100&benefitYear=";
        get(clerk(), list + YEAR).statusCode(200).body("items.personId", hasItem(studentId));
        get(clerk(), list + "2061").body("items.personId", not(hasItem(studentId)));
        get(Demo.school(Demo.UNIVERSITY), list + YEAR).body("items.personId", hasItem(studentId));
    }
}
