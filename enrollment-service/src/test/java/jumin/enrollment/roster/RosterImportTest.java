package jumin.enrollment.roster;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.houseNumber;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static jumin.enrollment.roster.RosterCalls.committed;
import static jumin.enrollment.roster.RosterCalls.read;
import static jumin.enrollment.roster.RosterCalls.rows;
import static jumin.enrollment.roster.RosterCalls.upload;
import static jumin.enrollment.roster.RosterCalls.validated;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterImportTest {

    private static final LocalDate BIRTH = LocalDate.of(1970, 2, 3);
    private static final Object[] TITLES = {"身份证号", "姓 名", "户编号*", "与户主关系", "出生日期", "参保类型", "性别", "证件类型"};

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    @Test
    @DisplayName("任意列序、空行、全角数字、各种日期写法：校验通过后入库")
    void aTolerantlyReadRosterIsRegistered() throws InterruptedException {
        var house = houseNumber();
        var wide = idNumber(BIRTH, true)
                .chars()
                .mapToObj(digit -> digit == 'X' ? "ｘ" : Character.toString(digit + 0xFEE0))
                .collect(java.util.stream.Collectors.joining());
        var id = validated(RosterFile.titled("青石村 2024 年参保花名册")
                .blank()
                .row(java.util.stream.Stream.concat(java.util.Arrays.stream(TITLES), java.util.stream.Stream.of("只缴次年"))
                        .toArray())
                .row(wide, "欧阳㼆𠮷", house, "户主", "1970.2.3", "", "", "")
                .blank()
                .row(idNumber(LocalDate.of(1995, 8, 1), false), "古丽•买买提", house, "儿媳", 34912, "普通居民", "女", "")
                .row("O360000777", "李小宝", house, "孙子", "20230920", "新生儿", "男", "出生医学证明", "是")
                .bytes());

        read(id).body("counts.total", equalTo(3)).body("counts.success", equalTo(3));
        rows(id, "SUCCESS").body("items.findings.flatten().code", hasItem("NAME_DOT_NORMALISED"));
        as(clerk())
                .contentType("application/json")
                .body("{\"name\": \"欧阳㼆𠮷\"}")
                .post("/person-searches")
                .then()
                .body("items.findAll { it.birthDate == '1970-02-03' }.size()", equalTo(0));

        committed(id);

        read(id).body("counts.registered", equalTo(3));
        as(clerk())
                .contentType("application/json")
                .body("{\"name\": \"古丽·买买提\"}")
                .post("/person-searches")
                .then()
                .body("items.birthDate", hasItem("1995-08-01"));
        rows(id, "SUCCESS").body("items.personId", hasSize(3));
    }

    @Test
    @DisplayName("有误的行逐行说明列、原因、改法和依据；错误工作簿改正后可原样再传")
    void wrongRowsComeBackAndCanBeCorrected() throws InterruptedException {
        var house = houseNumber();
        var good = idNumber(BIRTH, true);
        var wrong = good.substring(0, 17) + (good.charAt(17) == '0' ? '1' : '0');
        var id = validated(RosterFile.titled(TITLES)
                .row(idNumber(BIRTH, false), "李秀兰", house, "户主", "", "", "", "")
                .row(wrong, "王建国", house, "配偶", "", "", "", "")
                .row(idNumber(BIRTH, true), "赵6", house, "子", "", "", "", "")
                .bytes());

        read(id).body("counts.success", equalTo(1)).body("counts.error", equalTo(2));
        rows(id, "ERROR")
                .body("items[0].rowNo", equalTo(3))
                .body("items[0].verdictName", equalTo("错误"))
                .body("items[0].findings[0].column", equalTo("身份证号"))
                .body("items[0].findings[0].code", equalTo("ID_NUMBER_CHECK_DIGIT"))
                .body("items[0].findings[0].suggestion", containsString("核对"))
                .body("items[0].findings[0].article", equalTo("第九条"))
                .body("items[1].findings[0].column", equalTo("姓 名"));
        committed(id);

        var book = as(clerk())
                .get("/roster-imports/{id}/error-workbook", id)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("2"))
                .extract()
                .asByteArray();
        var lines = RosterFile.read(book);
        assertEquals(3, lines.size());
        assertEquals("依据", lines.getFirst().getLast());
        assertEquals("第九条", lines.get(1).getLast());
        var corrected = RosterFile.titled(lines.getFirst().toArray());
        corrected.row(replaced(lines.get(1), 0, good));
        corrected.row(replaced(lines.get(2), 1, "赵六"));
        var again = validated(corrected.bytes());
        read(again).body("counts.success", equalTo(2)).body("counts.error", equalTo(0));
        committed(again);
    }

    private static Object[] replaced(java.util.List<String> line, int at, String value) {
        var cells = line.toArray();
        cells[at] = value;
        return cells;
    }

    @Test
    @DisplayName("文件内重复、无户主、两个户主、未来出生、他处已登记：各有结论")
    void eachFaultHasItsVerdict() throws InterruptedException {
        var twice = idNumber(BIRTH, true);
        var elsewhere = idNumber(BIRTH, true);
        var person = person("陈远", elsewhere);
        person.put("divisionCode", Demo.OTHER_VILLAGE);
        register(otherClerk(), person, UUID.randomUUID().toString()).statusCode(201);
        var two = houseNumber();
        var first = houseNumber();
        var id = validated(RosterFile.titled(TITLES)
                .row(twice, "周一", first, "户主", "", "", "", "")
                .row(twice, "周一", first, "子", "", "", "", "")
                .row(idNumber(BIRTH, true), "吴二", houseNumber(), "配偶", "", "", "", "")
                .row(idNumber(BIRTH, true), "郑三", two, "户主", "", "", "", "")
                .row(idNumber(BIRTH, true), "郑四", two, "户主", "", "", "", "")
                .row(idNumber(LocalDate.of(2031, 1, 1), true), "未来", first, "子", "", "", "", "")
                .row(elsewhere, "陈远", first, "子", "", "", "", "")
                .row(3.60902197002031E17, "数字", first, "子", "", "", "", "")
                .row("360902700203123", "旧号", first, "子", "", "", "", "")
                .row(idNumber(BIRTH, true), "周九", first, "表哥", "2023年13月1日", "", "", "")
                .bytes());

        read(id).body("counts.success", equalTo(2)).body("counts.error", equalTo(8));
        rows(id, "ERROR")
                .body(
                        "items.findings.flatten().code",
                        hasItems(
                                "REPEATED_IN_FILE",
                                "HEAD_MISSING",
                                "SECOND_HEAD",
                                "BIRTH_DATE_IN_FUTURE",
                                "REGISTERED_ELSEWHERE",
                                "ID_NUMBER_DAMAGED",
                                "ID_NUMBER_15_DIGITS",
                                "RELATION_WORD",
                                "DATE"))
                .body("items.findings.flatten().reason", hasItem("此证件号码已在云岭村登记（陈*）"));
    }

    @Test
    @DisplayName("已登记且相同的行跳过；换年续保")
    void theSamePeopleAgainAreSkipped() throws InterruptedException {
        var house = houseNumber();
        var number = idNumber(BIRTH, true);
        committed(validated(RosterFile.titled(TITLES)
                .row(number, "钱一", house, "户主", "", "", "", "")
                .bytes()));

        var again = validated(RosterFile.titled(TITLES)
                .row(number, "钱一", house, "户主", "1970-02-03", "", "", "")
                .row(idNumber(BIRTH, false), "钱二", house, "配偶", "", "", "", "")
                .bytes());

        read(again).body("counts.skipped", equalTo(1)).body("counts.success", equalTo(1));
        committed(again);
        read(again).body("counts.registered", equalTo(1));
    }

    @Test
    @DisplayName("不是 xlsx、没有表头、缺必填列：说清楚，不入库")
    void filesThatAreNoRosterAreRefused() throws InterruptedException {
        var xls = new byte[600];
        var ole = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        IntStream.range(0, ole.length).forEach(i -> xls[i] = (byte) ole[i]);
        upload(clerk(), xls, UUID.randomUUID().toString())
                .statusCode(415)
                .body("code", equalTo("ROSTER_NOT_A_WORKBOOK"))
                .body("detail", containsString("另存为 .xlsx"));
        upload(clerk(), new byte[] {1, 0, 2, 0}, UUID.randomUUID().toString()).statusCode(415);
        upload(
                        clerk(),
                        "PK\u0003\u0004broken zip file".getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString())
                .statusCode(415);

        String id = upload(
                        clerk(),
                        RosterFile.titled("姓名", "性别", "手机号").row("a", "b", "c").bytes(),
                        UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .path("importId");
        assertEquals("REFUSED", RosterCalls.until(id, "UPLOADED"));
        read(id).body("message", containsString("户编号、与户主关系、证件号码"));
        RosterCalls.commit(id).statusCode(409).body("code", equalTo("ROSTER_NOT_READY"));
    }

    @Test
    @DisplayName("前500行过半有误：停止")
    void aRosterThatIsMostlyWrongStops() throws InterruptedException {
        var file = RosterFile.titled(TITLES);
        IntStream.range(0, 510).forEach(i -> file.row("12345", "甲", "H", "户主", "", "", "", ""));

        String id = upload(clerk(), file.bytes(), UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .path("importId");

        assertEquals("REFUSED", RosterCalls.until(id, "UPLOADED"));
        read(id).body("message", containsString("模板可能不匹配"));
    }

    @Test
    @DisplayName("同一文件再传是同一次导入；外乡镇看不到")
    void theSameFileIsOneImport() throws InterruptedException {
        var file = RosterFile.titled(TITLES)
                .row(idNumber(BIRTH, true), "孙一", houseNumber(), "户主", "", "", "", "")
                .bytes();
        var id = validated(file);

        upload(clerk(), file, UUID.randomUUID().toString())
                .statusCode(202)
                .header("Location", endsWith("/api/enrollment/v1/roster-imports/" + id))
                .body("importId", equalTo(id));
        as(otherClerk()).get("/roster-imports/{id}", id).then().statusCode(404).body("code", equalTo("ROSTER_UNKNOWN"));
        upload(otherClerk(), file, UUID.randomUUID().toString()).statusCode(403);
    }

    @Test
    @DisplayName("六百行：分批读取、分批核户、分批入库，跨批重复也认得出，数目相符")
    void aLongRosterIsTakenInChunks() throws InterruptedException {
        var file = RosterFile.titled(TITLES);
        var first = idNumber(BIRTH, true);
        file.row(first, "首行", houseNumber(), "户主", "", "", "", "");
        IntStream.range(0, 598)
                .forEach(i -> file.row(idNumber(BIRTH, true), "赵钱", houseNumber(), "户主", "", "", "", ""));
        file.row(first, "首行", houseNumber(), "户主", "", "", "", "");
        file.row(idNumber(BIRTH, true), "无主", "Z-LAST", "子", "", "", "", "");

        var id = validated(file.bytes());
        read(id).body("counts.success", equalTo(599)).body("counts.error", equalTo(2));
        rows(id, "ERROR")
                .body("items[0].rowNo", equalTo(601))
                .body("items[0].findings.code", hasItem("REPEATED_IN_FILE"))
                .body("items[1].rowNo", equalTo(602))
                .body("items[1].findings.code", hasItem("HEAD_MISSING"));
        committed(id);

        read(id).body("counts.registered", equalTo(599));
    }

    @Test
    @DisplayName("模板有填写、说明、字典三张表，填好即可导入")
    void theTemplateIsReadBack() {
        var template = as(clerk())
                .get("/roster-imports/template")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        var titles = RosterFile.read(template).getFirst();

        assertTrue(titles.containsAll(java.util.List.of("户编号*", "姓名*", "证件号码*")));
        assertTrue(RosterHeader.of(1, titles).orElseThrow().missing(false).isEmpty());
    }
}
