package jumin.enrollment.law;

import jumin.regulation.law.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 依据 as the API shows it. */
@Schema(description = "依据：文件与条款")
public record CitationView(
        String instrument, @Schema(examples = "第十三条第一款") String article) {

    public static CitationView of(Citation citation) {
        return new CitationView(citation.instrument(), citation.article());
    }
}
