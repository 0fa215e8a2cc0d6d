package jumin.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("政策人员自己写的案例有误时，指出行和键")
class MalformedCaseTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();

    @TempDir
    private Path folder;

    private String run(String facts, String expected) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), """
            - id: A-1
              city: yichun
              area: settlement
              title: 三级医院
              facts:
                benefit: inpatient
                provider_level: tertiary
                admission_date: 2024-03-01
                discharge_date: 2024-03-09
                items:
                  - {class: A, kind: service, amount: "6000.00"}
            %s
              expected: {%s}
            """.formatted(facts, expected));
        return CheckCasesRun.of(LIBRARY, file);
    }

    @Test
    @DisplayName("事实：指出事实所在的行，不是案例的第一行")
    void aWrongFactIsToldWithItsOwnLine() throws IOException {
        assertTrue(run("    provider_designed: true", "pool_pay: \"3240.00\"")
                .contains("mine.yaml:12 不认识的事实“provider_designed”；是不是“provider_designated”？"));
        assertTrue(run("    location: 省外", "pool_pay: \"3240.00\"")
                .contains("mine.yaml:12 事实“location”：“省外”不在词表“location”中；可用：in_area"));
        assertTrue(run("    third_party_share: 70%五", "pool_pay: \"3240.00\"")
                .contains("mine.yaml:12 事实“third_party_share”："));
        assertTrue(run("    person: {birth_date: 1970年}", "pool_pay: \"3240.00\"")
                .contains("mine.yaml:12 事实“person.birth_date”：须为日期"));
        assertTrue(run("    service_date: 2024-02-30", "pool_pay: \"3240.00\"")
                .contains("mine.yaml:12 事实“service_date”：须为日期"));
    }

    @Test
    @DisplayName("要核对的键：拼错的说出相近的键；金额写不写小数都可以")
    void aWrongExpectationIsTold() throws IOException {
        var misspelt = run("    emergency: false", "pool_payy: \"3240.00\"");
        assertTrue(misspelt.contains("mine.yaml:13 pool_payy：应为 \"3240.00\"，系统没有给出；是不是“pool_pay”？"), misspelt);

        assertTrue(run("    emergency: false", "pool_pay: 3240").endsWith("1 passed, 0 failed\n"));
        assertTrue(run("    emergency: false", "pool_pay: \"3240.00\"").endsWith("1 passed, 0 failed\n"));
    }

    @Test
    @DisplayName("一个案例里有几处错误：一次说完")
    void allWrongFactsOfACaseAreTold() throws IOException {
        var printed = run(
                "    provider_designed: true\n    location: 省外\n    person: {birth_date: 1970年, sex: 男}",
                "pool_pay: \"3240.00\"");

        assertTrue(printed.contains("mine.yaml:12 不认识的事实“provider_designed”"), printed);
        assertTrue(printed.contains("mine.yaml:13 事实“location”："), printed);
        assertTrue(printed.contains("mine.yaml:14 事实“person.birth_date”："), printed);
        assertTrue(printed.endsWith("0 passed, 1 failed\n"), printed);
    }

    @Test
    @DisplayName("明细：等级、金额、写错的键，各说出怎样写")
    void aWrongItemIsTold() throws IOException {
        assertTrue(item("{class: 甲, kind: service, amount: \"1.00\"}").contains("收费项目等级“甲”；可用：A（甲类）"));
        assertTrue(item("{class: A, kind: service, amount: 1000}").contains("键“amount”须加引号，写 \"1000.00\""));
        assertTrue(item("{class: A, kind: service, ammount: \"1.00\"}").contains("不认识的键“ammount”；是不是“amount”？"));
    }

    private String item(String item) throws IOException {
        return CheckCasesRun.of(LIBRARY, Files.writeString(folder.resolve("item.yaml"), """
            - {id: A-1, city: yichun, area: settlement, facts: {benefit: inpatient, items: [%s]}, expected: {pool_pay: "1.00"}}
            """.formatted(item)));
    }

    @Test
    @DisplayName("不可能的住院、空的 expected、重复的编号、没有的城市、不是 UTF-8 的文件")
    void whatCannotBeSo() throws IOException {
        assertTrue(run("    emergency: false", "pool_pay: \"3240.00\"").endsWith("1 passed, 0 failed\n"));
        var text = Files.readString(folder.resolve("mine.yaml"));

        assertTrue(changed(text.replace("discharge_date: 2024-03-09", "discharge_date: 2024-02-09"))
                .contains("mine.yaml:9 出院日期 2024-02-09 早于入院日期 2024-03-01"));
        assertTrue(changed(text.replaceAll("    items:\n.*\n", "")).contains("有入院日期而没有费用明细"));
        assertTrue(changed(text.replace("{pool_pay: \"3240.00\"}", "{}")).contains("expected 是空的"));
        assertTrue(changed(text.replace("city: yichun", "city: yicun"))
                .contains("mine.yaml:2 没有 yicun 的法规（no law）；是不是“yichun”？"));
        assertTrue(changed(text + text).contains("mine.yaml:14 编号 A-1 重复；第一次在 "));

        Files.write(folder.resolve("ansi.yaml"), text.getBytes("GB18030"));
        var both = CheckCasesRun.of(LIBRARY, folder.resolve("ansi.yaml"), folder.resolve("mine.yaml"));
        assertTrue(both.contains("ansi.yaml:1 这个文件不是 UTF-8 编码"), both);
    }

    private String changed(String text) throws IOException {
        var printed = CheckCasesRun.of(LIBRARY, Files.writeString(folder.resolve("mine.yaml"), text));
        assertTrue(printed.endsWith("1 failed\n"), printed);
        return printed;
    }

    @Test
    @DisplayName("日期、缺少的键、空目录、没有的文件")
    void otherMistakes() throws IOException {
        var line = "{\"id\": \"1\", \"city\": \"yichun\", \"area\": \"settlement\", \"facts\": {\"discharge_date\":"
                + " \"2024-13-01\"}, \"expected\": {\"pool_pay\": \"1.00\"}}";
        var dated = Files.writeString(folder.resolve("dated.jsonl"), "\n" + line);
        assertTrue(CheckCasesRun.of(LIBRARY, dated).contains("dated.jsonl:2 事实“discharge_date”：须为日期"));

        var bare = Files.writeString(folder.resolve("bare.yaml"), "id: 1\ncity: yichun\narea: levy\nexpected: {}\n");
        assertTrue(CheckCasesRun.of(LIBRARY, bare).contains("bare.yaml:1 缺少键“facts”"));

        var blank = Files.writeString(folder.resolve("blank.yaml"), "");
        assertTrue(CheckCasesRun.of(LIBRARY, blank).contains("blank.yaml:1 这个文件没有案例"));

        var empty = Files.createDirectory(folder.resolve("empty"));
        assertTrue(CheckCasesRun.of(LIBRARY, empty).endsWith("0 passed, 1 failed\n"));
        assertTrue(CheckCasesRun.of(LIBRARY, folder.resolve("none.yaml")).contains("读不到 "));
    }

    @Test
    @DisplayName("一行一个案例的文件须是 JSON：多余的逗号、没有引号的键，指出行")
    void aLineThatIsNoJsonIsTold() throws IOException {
        var good = """
                {"id": "A-1", "city": "yichun", "area": "settlement", "title": "“甲,}”",\
                 "facts": {"benefit": "inpatient", "provider_level": "tertiary", "admission_date": "2024-03-01",\
                 "discharge_date": "2024-03-09", "emergency": false,\
                 "items": [{"class": "A", "kind": "service", "amount": "6000.00"}]}, "expected": {"pool_pay": "3240.00"}}
                """;
        assertTrue(lines(good).endsWith("1 passed, 0 failed\n"), lines(good));

        var comma = lines(good + good.replace("\"3240.00\"}", "\"3240.00\", }"));
        assertTrue(comma.contains("mine.jsonl:2 第 "), comma);
        assertTrue(comma.contains(" 个字符的逗号之后没有内容；删去这个逗号"), comma);
        assertTrue(comma.endsWith("1 passed, 1 failed\n"), comma);

        var list = lines(good.replace("\"6000.00\"}]", "\"6000.00\"},]"));
        assertTrue(list.contains("mine.jsonl:1 第 "), list);

        var bare = lines(good.replace("\"emergency\"", "emergency"));
        assertTrue(bare.contains("mine.jsonl:1 “emergency”没有写在双引号里"), bare);
    }

    private String lines(String text) throws IOException {
        return CheckCasesRun.of(LIBRARY, Files.writeString(folder.resolve("mine.jsonl"), text));
    }
}
