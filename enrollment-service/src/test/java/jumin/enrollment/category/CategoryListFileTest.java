package jumin.enrollment.category;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.category.SendingOrgan.amount;
import static jumin.enrollment.category.SendingOrgan.enrolled;
import static jumin.enrollment.category.SendingOrgan.people;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import jumin.enrollment.Crashes;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.enrollment.roster.RosterFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists that come as files. */
@QuarkusTest
class CategoryListFileTest {

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    @Inject
    Crashes crashes;

    private SendingOrgan sender;

    @BeforeEach
    void anotherOrgan() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-10-10T09:00:00");
        standard.published(SendingOrgan.YEAR, "400.00");
        sender = SendingOrgan.another();
    }

    @Test
    @DisplayName("工作簿名单：列名不同、日期写法不一都认得；日期写错的行说明改法，其人不因此终止；不是名单的文件拒绝")
    void aWorkbookIsAList() {
        var people = people(11);
        sender.list("2032-07", people);
        var book = RosterFile.titled("2032年9月低保台账").row("对象姓名", "身份证号", "救助类别", "认定起始日");
        people.subList(0, 10).forEach(one -> book.row(one.name(), one.idNumber(), "低保对象", "2032.1.1"));
        var last = people.getLast();
        book.row(last.name(), last.idNumber(), "低保对象", "去年");
        sender.file(book.bytes(), "x" + sender.organ())
                .statusCode(201)
                .body("state", equalTo("APPLIED"))
                .body("counts.ALREADY_RECOGNISED", equalTo(10))
                .body("counts.INVALID", equalTo(1))
                .body("rows[10].reason", containsString("2024-03-05"))
                .body("ending", equalTo(0));
        sender.file(new byte[] {0, 1, 2, 0}, "y" + sender.organ()).statusCode(415);
        sender.file("姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8), "z" + sender.organ())
                .statusCode(422)
                .body("code", equalTo("CATEGORY_LIST_UNREADABLE"));
    }

    @Test
    @DisplayName("名单生效、撤销途中被杀：什么也没留下；同一编号再报一次，认定一次")
    void aKilledListLeavesNothing() {
        var somebody = enrolled("名单被杀");
        var text = "姓名,身份证号,人员类别,认定日期\n名单被杀," + somebody.idNumber() + ",低保对象,2032-01-01\n";
        crashes.at("category-list-before-commit", 1);
        sender.file(text.getBytes(StandardCharsets.UTF_8), "k" + sender.organ()).statusCode(500);
        assertEquals("0.00", amount(somebody));
        as(sender.token()).get("/category-lists").then().body("total", equalTo(0));

        String id = sender.file(text.getBytes(StandardCharsets.UTF_8), "k" + sender.organ())
                .statusCode(201)
                .extract()
                .path("listId");
        assertEquals("320.00", amount(somebody));
        crashes.at("category-list-undo-before-commit", 1);
        sender.undo(id).statusCode(500);
        assertEquals("320.00", amount(somebody));
        sender.undo(id).statusCode(200);
        assertEquals("0.00", amount(somebody));
        assertEquals(
                0,
                feed.last("category", somebody.personId()).get("recognitions").size());
        crashes.never();
    }
}
