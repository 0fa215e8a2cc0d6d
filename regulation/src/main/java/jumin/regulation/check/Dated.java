package jumin.regulation.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.regulation.Term;
import jumin.regulation.law.City;
import jumin.regulation.law.Layer;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Rule;
import jumin.regulation.law.Version;

/** 日期方面：expired instruments and values, drafts, values that nobody compared with the text for long. */
record Dated(LocalDate today, Term review) {

    List<Finding> city(City city, List<Rule> rules) {
        var findings = new ArrayList<Finding>();
        var file = new Mark("cities/" + city.key() + "/city.yaml", 1, 1);
        var article = city.cite().map(cite -> city.instrument() + cite).orElse(city.instrument());
        city.last()
                .filter(today::isAfter)
                .ifPresent(last -> findings.add(Finding.error(
                        file, "《" + article + "》已于 " + last + " 失效；录入接替的文件，或把续期写入 in_force_until、valid_for 并引条款")));
        if (city.awaitsAcceptance()) {
            findings.add(Finding.warning(file, "《" + article + "》是征求意见稿；正式运行须由有权人员确认施行日并附决定文号"));
        }
        if (city.from().isAfter(today)) {
            findings.add(Finding.warning(file, "《" + article + "》自 " + city.from() + " 起施行；在此之前没有规定"));
        }
        rules.stream().filter(rule -> rule.layer() != Layer.NATIONAL).forEach(rule -> rule(rule, findings));
        return findings;
    }

    private void rule(Rule rule, List<Finding> findings) {
        rule.node()
                .find("source")
                .flatMap(source -> source.find("in_force_until"))
                .filter(until -> LocalDate.parse(until.text()).isBefore(today))
                .ifPresent(until -> findings.add(Finding.error(
                        until.mark(), rule.key() + "：" + rule.citation() + " 已于 " + until.text() + " 失效；录入接替的文件")));
        if (!rule.versions().isEmpty()) {
            rule.versions()
                    .getLast()
                    .until()
                    .filter(today::isAfter)
                    .ifPresent(last -> findings.add(ended(rule, rule.versions().getLast(), last)));
        }
        if (rule.isMinimum()) {
            findings.add(Finding.warning(
                    rule.node().mark("minimum"), rule.key() + "：" + rule.citation() + " 只写“不低于”；正式运行须由有权人员确认并附决定文号"));
        }
        checked(rule, findings);
    }

    private static Finding ended(Rule rule, Version version, LocalDate last) {
        return Finding.warning(
                version.content().mark("until"),
                rule.key() + "：" + rule.citation() + " 已于 " + last + " 终止，没有后续规定；确已终止的不必改，续期的加一个时期");
    }

    private void checked(Rule rule, List<Finding> findings) {
        if (rule.state() != Rule.State.VALUE) {
            return;
        }
        var checked = rule.node().find("checked");
        if (checked.isEmpty()) {
            findings.add(Finding.warning(rule.node().mark(), rule.key() + "：没有核对日期；与原文核对后写 checked"));
        } else if (review.after(LocalDate.parse(checked.get().text())).isBefore(today)) {
            findings.add(
                    Finding.warning(checked.get().mark(), rule.key() + "：上次核对已超过 " + review + "；与原文重新核对，改 checked"));
        }
    }
}
