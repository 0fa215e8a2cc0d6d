package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.enrollment.subsidy.DecideSubsidies;

/**
 * What follows when recognitions came or went: what other organs' standing lists say of these people counts on, the other services
 * learn of it, and subsidies are decided again.
 */
@ApplicationScoped
class FollowRecognitions {

    private static final int CHUNK = 500;

    private final Recognitions recognitions;
    private final RecogniseNamed named;
    private final DecideSubsidies subsidies;

    FollowRecognitions(Recognitions recognitions, RecogniseNamed named, DecideSubsidies subsidies) {
        this.recognitions = recognitions;
        this.named = named;
        this.subsidies = subsidies;
    }

    void run(String area, Collection<PersonId> people) {
        var concerned = new LinkedHashSet<>(people);
        concerned.addAll(named.add(area, people));
        recognitions.publish(area, concerned);
        var all = List.copyOf(concerned);
        for (var from = 0; from < all.size(); from += CHUNK) {
            subsidies.ofPersons(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }
}
