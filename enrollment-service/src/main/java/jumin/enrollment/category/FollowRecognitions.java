package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.subsidy.DecideSubsidies;

/** What follows when recognitions came or went: the other services learn of it, and subsidies are decided again. */
@ApplicationScoped
class FollowRecognitions {

    private static final int CHUNK = 500;

    private final Recognitions recognitions;
    private final DecideSubsidies subsidies;

    FollowRecognitions(Recognitions recognitions, DecideSubsidies subsidies) {
        this.recognitions = recognitions;
        this.subsidies = subsidies;
    }

    void run(String area, Collection<PersonId> people) {
        recognitions.publish(area, people);
        var all = List.copyOf(people);
        for (var from = 0; from < all.size(); from += CHUNK) {
            subsidies.ofPersons(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }
}
