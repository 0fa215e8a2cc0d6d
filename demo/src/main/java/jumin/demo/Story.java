package jumin.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import jumin.demo.care.CareChapter;
import jumin.demo.contribution.ContributionChapter;
import jumin.demo.coverage.CoverageChapter;
import jumin.demo.groups.GroupsChapter;
import jumin.demo.hospital.HospitalChapter;
import jumin.demo.http.Http;
import jumin.demo.http.Settings;
import jumin.demo.http.StoryStopped;
import jumin.demo.opening.Opening;
import jumin.demo.roster.RosterChapter;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;
import jumin.demo.tale.Tale;

/** 主流程的讲述: from a household roster to a settled hospital bill. Exit code 0 only when every stated result is right. */
public final class Story {

    private Story() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(tell(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int tell(PrintStream out) throws IOException {
        var tale = new Tale(out);
        try {
            play(out, tale);
        } catch (StoryStopped stopped) {
            tale.stopped(stopped.getMessage());
        }
        out.println();
        out.println(
                tale.wrong() == 0
                        ? "全部 " + tale.right() + " 项结果正确。"
                        : tale.wrong() + " 项不对，" + tale.right() + " 项正确。见上面标 ✗ 的各行。");
        if (tale.wrong() == 0) {
            next(out);
        }
        return tale.wrong() == 0 ? 0 : 1;
    }

    private static void next(PrintStream out) {
        var settings = Settings.fromEnvironment();
        var login = settings.oidc().getAuthority();
        out.println();
        out.println("接下来可以：");
        out.println("  · 自己调用接口：网关 " + settings.gateway()
                + "，令牌用 ./jumin token clerk（或 reviewer、approver、finance、policy、auditor、admin）取得；");
        out.println("    例：curl -H \"Authorization: Bearer $(./jumin token reviewer)\" '" + settings.gateway()
                + "/api/claims/v1/redo-items?benefitYear=2024'");
        out.println("  · 登录服务（Keycloak）在 http://" + login
                + "，各角色的登录名即上面的词，口令是 .jumin/secrets.env 里的 JUMIN_DEMO_PASSWORD（设了 JUMIN_HOME 的在那里）。");
        out.println("  · 各服务的业务时钟停在 " + Days.CORRECTION + "，直到 ./jumin reset 清空，或由系统管理员用 PUT …/clock 拨动。");
        out.println("  · 再讲一遍：./jumin demo；停止：./jumin down；清空重来：./jumin reset。");
    }

    private static void play(PrintStream out, Tale tale) throws IOException {
        var settings = Settings.fromEnvironment();
        var input = settings.input();
        Files.createDirectories(settings.output());
        out.println("居民医保 Jumin 演示：青石村的一年（人物、号码、文号均为虚构；网关 " + settings.gateway() + "）");
        var stage = new Stage(new Http(settings, out), tale, input, input.setup(), input.cast(), settings.output());
        new Opening(stage).play();
        new RosterChapter(stage).play();
        new GroupsChapter(stage).play();
        var levies = new ContributionChapter(stage).play();
        new CoverageChapter(stage).play(levies);
        new HospitalChapter(stage).play();
        new CareChapter(stage).play();
    }
}
