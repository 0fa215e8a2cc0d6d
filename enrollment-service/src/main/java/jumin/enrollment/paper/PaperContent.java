package jumin.enrollment.paper;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What stands on a paper: facts, then rows, then notes. The same for page and sheet. */
@RegisterForReflection
@TemplateData
public record PaperContent(
        String title, List<Fact> facts, List<String> columns, List<List<String>> rows, List<String> notes) {

    public PaperContent {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** A labelled value. */
    @RegisterForReflection
    @TemplateData
    public record Fact(String label, String value) {}
}
