package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.enrollment.recognition.Recognitions;

/** 名单已认定的提示: who has just been registered and stands on a department's list is told so at once, with what it changes. */
@ApplicationScoped
class RecognisedNote {

    private final Recognitions recognitions;
    private final CategoryKinds kinds;

    RecognisedNote(Recognitions recognitions, CategoryKinds kinds) {
        this.recognitions = recognitions;
        this.kinds = kinds;
    }

    List<Finding> of(String area, PersonId person) {
        var names = kinds.of(area);
        return recognitions.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(one -> Finding.note(
                                "type",
                                "RECOGNISED_BY_LIST",
                                one.organ() + "名单已认定为" + names.getOrDefault(one.category(), one.category()) + "，自"
                                        + one.from() + "起；资助已按认定核定")
                        .under(Topic.SUBSIDY))
                .toList();
    }
}
