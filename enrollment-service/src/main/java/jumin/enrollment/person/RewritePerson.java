package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import jumin.enrollment.history.History;
import jumin.enrollment.history.RecordChange;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;

/** 变更参保人记录: the one way in which a person's record comes to say something else. Part of a change's transaction. */
@ApplicationScoped
public class RewritePerson {

    private final Persons persons;
    private final Documents documents;
    private final RowsOfPerson rows;
    private final SearchKeys keys;
    private final PersonalData personalData;
    private final History history;
    private final PublishPerson publish;
    private final Audit audit;

    RewritePerson(
            Persons persons,
            Documents documents,
            RowsOfPerson rows,
            SearchKeys keys,
            PersonalData personalData,
            History history,
            PublishPerson publish,
            Audit audit) {
        this.persons = persons;
        this.documents = documents;
        this.rows = rows;
        this.keys = keys;
        this.personalData = personalData;
        this.history = history;
        this.publish = publish;
        this.audit = audit;
    }

    /** Other facts about the same person. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void run(Person person, PersonFacts facts, RecordChange change) {
        var former = person.idBlindIndex;
        run(person, change, rewritten -> {
            rewritten.describe(facts, personalData);
            if (!personalData.blindIndex(facts.identity().number()).equals(former)) {
                rewritten.identify(facts, personalData);
                documents.replace(rewritten, change.from());
            }
            rewritten.idType = facts.identity().type();
            keys.replace(rewritten);
        });
    }

    /** What the person is or where the person lives. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void run(Person person, RecordChange change, Consumer<Person> rewriting) {
        var before = PersonState.of(person);
        var path = person.divisionPath;
        var school = person.school;
        rewriting.accept(person);
        persons.flush();
        history.record(before, PersonState.of(person), change);
        if (!path.equals(person.divisionPath) || !school.equals(person.school)) {
            rows.follow(person);
        }
        publish.run(person);
        audit.changed("person", person.id(), person.divisionPath, change.word().chinese());
    }
}
