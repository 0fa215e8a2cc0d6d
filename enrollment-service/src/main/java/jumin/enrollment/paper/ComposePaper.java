package jumin.enrollment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.paper.PaperContent.Fact;
import jumin.enrollment.paper.PrintedPersons.Line;
import jumin.platform.problem.ProblemException;
import jumin.regulation.law.Citation;

/** 拟稿: the words of each kind of paper, from what is registered now. */
@ApplicationScoped
public class ComposePaper {

    private static final int MOST = 5000;

    private final ComposeProof proof;
    private final PrintedPersons persons;
    private final Divisions divisions;
    private final LawShelf shelf;
    private final Clock clock;

    ComposePaper(ComposeProof proof, PrintedPersons persons, Divisions divisions, LawShelf shelf, Clock clock) {
        this.proof = proof;
        this.persons = persons;
        this.divisions = divisions;
        this.shelf = shelf;
        this.clock = clock;
    }

    Papers.Draft run(PaperSubmission submission) {
        return switch (submission.kind()) {
            case ENROLLMENT_PROOF ->
                proof.ofPerson(submission, id(submission.subject())).orElseThrow(ComposePaper::unknown);
            case HOUSEHOLD_PROOF ->
                proof.ofHousehold(submission, id(submission.subject())).orElseThrow(ComposePaper::unknown);
            case REGISTRATION_FORM -> form(submission);
            case VILLAGE_LIST -> enrolled(submission);
            case UNENROLLED_LIST -> unenrolled(submission);
        };
    }

    private Papers.Draft form(PaperSubmission submission) {
        var lines = persons.ofHousehold(id(submission.subject()), submission.benefitYear(), submission.unmasked());
        if (lines.isEmpty()) {
            throw unknown();
        }
        var first = lines.getFirst();
        var facts = List.of(
                new Fact("村（居）", divisions.nameAt(first.divisionPath())),
                new Fact("户编号", first.houseNumber()),
                new Fact("地址", first.address()),
                new Fact("参保年度", Integer.toString(submission.benefitYear())));
        var notes = List.of(
                "以户为单位参保登记" + article(first.area(), Topic.PLACE) + "。本人确认以上信息属实，并已知悉个人信息处理告知。",
                "户主（签字）：________________　　经办人：________________　　日期：______年____月____日");
        var content = new PaperContent(
                submission.kind().title(),
                facts,
                List.of("序号", "姓名", "与户主关系", "证件类型", "证件号码", "出生日期", "参保类型", "登记日期", "状态"),
                rows(
                        lines,
                        0,
                        line -> List.of(
                                line.name(),
                                line.relation(),
                                line.idType(),
                                line.idNumber(),
                                line.birthDate().toString(),
                                line.type(),
                                line.registered(),
                                line.state())),
                notes);
        return new Papers.Draft(first.area(), first.divisionPath(), first.maskedName(), Optional.empty(), content);
    }

    private Papers.Draft enrolled(PaperSubmission submission) {
        return list(
                submission,
                persons::ofVillage,
                List.of("序号", "户编号", "姓名", "证件号码", "性别", "出生日期", "参保类型", "登记日期"),
                line -> List.of(
                        line.houseNumber(),
                        line.name(),
                        line.idNumber(),
                        line.sex(),
                        line.birthDate().toString(),
                        line.type(),
                        line.registered()));
    }

    /** 摸底: what was found out is written by hand. */
    private Papers.Draft unenrolled(PaperSubmission submission) {
        return list(
                submission,
                persons::ofUnenrolled,
                List.of("序号", "户编号", "姓名", "证件号码", "性别", "出生日期", "地址", "未参保原因"),
                line -> List.of(
                        line.houseNumber(),
                        line.name(),
                        line.idNumber(),
                        line.sex(),
                        line.birthDate().toString(),
                        line.address(),
                        ""));
    }

    /** Whose lines. */
    private interface Source {
        List<Line> of(String path, int benefitYear, boolean unmasked, PrintedPersons.Piece piece);
    }

    private Papers.Draft list(
            PaperSubmission submission, Source source, List<String> columns, Function<Line, List<String>> cells) {
        var village = divisions.find(submission.subject()).orElseThrow(ComposePaper::unknown);
        var part = Optional.ofNullable(submission.part());
        var before = (part.orElse(1) - 1) * MOST;
        var lines = source.of(
                village.path(),
                submission.benefitYear(),
                submission.unmasked(),
                new PrintedPersons.Piece(part.isPresent() ? MOST : MOST + 1, before));
        if (lines.size() > MOST) {
            throw new ProblemException(
                    EnrollmentProblem.PAPER_TOO_LONG, "超过" + MOST + "人，请按村（居）分别开具；一个村（居）就超过的，请分份开具（part 为第几份）。");
        }
        var facts = new ArrayList<>(List.of(
                new Fact("村（居）", village.name()),
                new Fact("参保年度", Integer.toString(submission.benefitYear())),
                new Fact("人数", Integer.toString(lines.size())),
                new Fact("截至", LocalDate.now(clock).toString())));
        part.ifPresent(number -> facts.add(new Fact("份", "第" + number + "份，自第" + (before + 1) + "人起")));
        var content = new PaperContent(
                village.name() + submission.benefitYear() + "年度"
                        + submission.kind().title(),
                List.copyOf(facts),
                columns,
                rows(lines, before, cells),
                List.of());
        return new Papers.Draft(village.area(), village.path(), "", Optional.empty(), content);
    }

    private static List<List<String>> rows(List<Line> lines, int before, Function<Line, List<String>> cells) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    var row = new ArrayList<String>();
                    row.add(Integer.toString(before + i + 1));
                    row.addAll(cells.apply(lines.get(i)));
                    return List.copyOf(row);
                })
                .toList();
    }

    private String article(String area, Topic topic) {
        return shelf.citation(area, topic, LocalDate.now(clock))
                .map(Citation::article)
                .map(article -> "（" + article + "）")
                .orElse("");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.PAPER_SUBJECT_UNKNOWN, "没有要开具单据的参保登记、户或村（居），或不在您的辖区。");
    }
}
