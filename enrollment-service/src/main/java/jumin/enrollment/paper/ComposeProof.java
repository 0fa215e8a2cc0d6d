package jumin.enrollment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.paper.PaperContent.Fact;
import jumin.enrollment.paper.PrintedPersons.Line;
import jumin.regulation.law.Citation;

/** 参保凭证 of one person or of a household: that somebody is registered, and from when to when the fund pays as far as is known. */
@ApplicationScoped
class ComposeProof {

    private final PrintedPersons persons;
    private final PrintedCover cover;
    private final Divisions divisions;
    private final LawShelf shelf;
    private final Clock clock;

    ComposeProof(PrintedPersons persons, PrintedCover cover, Divisions divisions, LawShelf shelf, Clock clock) {
        this.persons = persons;
        this.cover = cover;
        this.divisions = divisions;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Empty when that enrollment is not of that year, or not the caller's to see. */
    Optional<Papers.Draft> ofPerson(PaperSubmission submission, UUID enrollment) {
        return persons.ofEnrollment(enrollment, submission.unmasked()).stream()
                .filter(line -> line.benefitYear() == submission.benefitYear())
                .findFirst()
                .map(line -> new Papers.Draft(
                        line.area(),
                        line.divisionPath(),
                        line.maskedName(),
                        Optional.of(enrollment),
                        new PaperContent(
                                submission.kind().title(), facts(line), List.of(), List.of(), notes(line.area()))));
    }

    /** Everybody of a household who is enrolled for the year; empty when nobody is. */
    Optional<Papers.Draft> ofHousehold(PaperSubmission submission, UUID household) {
        var lines = persons.ofHousehold(household, submission.benefitYear(), submission.unmasked()).stream()
                .filter(line -> line.benefitYear() == submission.benefitYear())
                .toList();
        return lines.stream()
                .findFirst()
                .map(first -> new Papers.Draft(
                        first.area(),
                        first.divisionPath(),
                        first.maskedName(),
                        Optional.empty(),
                        new PaperContent(
                                submission.kind().title(),
                                List.of(
                                        new Fact("参保地", divisions.nameAt(first.divisionPath())),
                                        new Fact("户编号", first.houseNumber()),
                                        new Fact("参保年度", Integer.toString(submission.benefitYear())),
                                        new Fact("参保人数", Integer.toString(lines.size()))),
                                List.of("序号", "姓名", "与户主关系", "证件号码", "参保类型", "登记日期", "待遇享受期"),
                                rows(lines),
                                notes(first.area()))));
    }

    private List<Fact> facts(Line line) {
        var facts = new ArrayList<>(List.of(
                new Fact("姓名", line.name()),
                new Fact(line.idType(), line.idNumber()),
                new Fact("个人编号", line.personNo()),
                new Fact("参保年度", Integer.toString(line.benefitYear())),
                new Fact("参保地", divisions.nameAt(line.divisionPath())),
                new Fact("参保类型", line.type()),
                new Fact("登记日期", line.registeredOn().toString()),
                new Fact("登记状态", line.state())));
        facts.addAll(cover.of(line.person(), line.benefitYear()));
        return facts;
    }

    private List<List<String>> rows(List<Line> lines) {
        var covers = cover.of(
                lines.stream().map(Line::person).toList(), lines.getFirst().benefitYear());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> row(i + 1, lines.get(i), covers.get(lines.get(i).person())))
                .toList();
    }

    private static List<String> row(int number, Line line, List<Fact> cover) {
        return List.of(
                Integer.toString(number),
                line.name(),
                line.relation(),
                line.idNumber(),
                line.type(),
                line.registered(),
                cover.stream().map(fact -> fact.label() + " " + fact.value()).collect(Collectors.joining("；")));
    }

    private List<String> notes(String area) {
        var article = shelf.citation(area, Topic.ELIGIBILITY, LocalDate.now(clock))
                .map(Citation::article)
                .map(found -> "（" + found + "）")
                .orElse("");
        var notes = new ArrayList<String>();
        notes.add("本凭证证明参保登记" + article + "；待遇起止为出具时的核定结果，其后的缴费、终止会改变它。");
        notes.add("凭验证码可在任一经办窗口核验真伪。");
        return notes;
    }
}
