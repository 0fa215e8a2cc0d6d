package jumin.contribution.insured;

import java.util.Collection;
import java.util.List;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.RecognitionDays;

/** 计入某年度的身份认定: those that are valid on a day on which the law of the year asks. */
public final class CountingRecognitions {

    private CountingRecognitions() {}

    public static List<Recognition> of(
            Law law, RecognitionDays.Enrolling enrolling, Collection<Recognition> recognitions) {
        var days = RecognitionDays.of(law, enrolling);
        return recognitions.stream()
                .filter(recognition -> days.map(set -> set.count(recognition.from(), recognition.to()))
                        .orElse(true))
                .toList();
    }
}
