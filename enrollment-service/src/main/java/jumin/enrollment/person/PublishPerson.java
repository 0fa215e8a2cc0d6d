package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.platform.feed.Feed;

/** Tells the other services what a person's record says now. */
@ApplicationScoped
public class PublishPerson {

    private final Feed feed;

    PublishPerson(Feed feed) {
        this.feed = feed;
    }

    void all(List<Person> persons) {
        feed.publishAll(
                "person",
                persons.stream()
                        .map(person -> new Feed.Publication(person.id().toString(), PersonPublished.of(person)))
                        .toList());
    }

    public void run(Person person) {
        feed.publish("person", person.id().toString(), PersonPublished.of(person));
    }
}
